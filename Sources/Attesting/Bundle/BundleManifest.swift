internal import Hashing

/// `manifest.json`: every file of an evidence bundle with its digest, and what the bundle is of.
///
/// The members are:
/// - `schema`: what this is.
/// - `assessed`: tool and version, date, digests of catalogs and evidence, frameworks, editions of the
///   reports, coverage in counts.
/// - `files`: path, size, SHA-256 and media type of each file. The envelopes are not among them, since they sign this;
///   nor are signatures, since ECDSA makes others each time.
/// - `inputs`: files that were judged by, in the order they were given in, with the names that reports know them by.
/// - `signatures`: signatures over single reports, and what each is over.
/// - `leftOut`: files that were judged by and are not in the bundle, with the reason.
public struct BundleManifest: Sendable, Hashable {
    /// A file of the bundle.
    public struct File: Sendable, Hashable {
        /// Its path in the bundle.
        public let path: String
        /// Its size in bytes.
        public let size: Int
        /// SHA-256 of its bytes, in lower-case hexadecimal.
        public let sha256: String
        /// What it is.
        public let mediaType: String

        /// A file with bytes.
        public init(_ path: String, _ bytes: [UInt8]) {
            self.init(
                path: path, size: bytes.count, sha256: SHA256.hex(bytes), mediaType: MediaType.of(path, bytes))
        }

        init(path: String, size: Int, sha256: String, mediaType: String) {
            self.path = path
            self.size = size
            self.sha256 = sha256
            self.mediaType = mediaType
        }
    }

    /// A file that was judged by.
    public struct Input: Sendable, Hashable {
        /// What an input is to the assessment.
        public enum Role: String, Sendable, Hashable {
            /// A file of accepted risks.
            case waivers
            /// What the rules of other scanners bear on.
            case findingsMap
            /// A file of the user's own catalogs.
            case catalog
            /// What a history knew of the gaps: it judges nothing, and is in the reports.
            case history
            /// What people state; its rows are in the evidence.
            case statements
            /// A signature under a statement, which is in the row of its statement too.
            case statementSignature
        }

        /// What it is.
        public let role: Role
        /// The name that reports know it by.
        public let name: String
        /// Its path in the bundle.
        public let path: String

        /// An input.
        public init(_ role: Role, _ name: String, path: String) {
            self.role = role
            self.name = name
            self.path = path
        }
    }

    /// A signature over one report.
    public struct Signature: Sendable, Hashable {
        /// The file with the signature.
        public let path: String
        /// The file that it is over.
        public let over: String
        /// What it is.
        public let form: SignatureForm

        /// A signature.
        public init(_ path: String, over: String, _ form: SignatureForm) {
            self.path = path
            self.over = over
            self.form = form
        }
    }

    /// Name of the file.
    public static let fileName = "manifest.json"
    /// What the file says that it is.
    public static let schema = "https://surety-tool.org/ns/bundle/v1"

    /// What the bundle is of.
    public let assessed: JSONValue
    /// The files, by path.
    public let files: [File]
    /// What was judged by, in order.
    public let inputs: [Input]
    /// The signatures over single reports, by path.
    public let signatures: [Signature]
    /// What was left out, and why.
    public let leftOut: [String: String]

    /// A manifest.
    public init(
        assessed: JSONValue, files: [File], inputs: [Input], signatures: [Signature], leftOut: [String: String]
    ) {
        self.assessed = assessed
        self.files = files.sorted { $0.path < $1.path }
        self.inputs = inputs
        self.signatures = signatures.sorted { $0.path < $1.path }
        self.leftOut = leftOut
    }
}
