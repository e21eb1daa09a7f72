internal import Documents

/// What some files say of identities, and what of them could not be read.
struct IdentityRegister {
    /// The identities, in the order of files and places.
    private(set) var records: [IdentityRecord] = []
    /// What is wrong with files, by their place.
    private(set) var doubts: [String: [String]] = [:]
    /// Files of which nothing counts, and why.
    private(set) var refusals: [(file: SourceFile, problem: Diagnostic)] = []

    private static let keptDoubts = 5
    private var counts: [String: Int] = [:]

    /// Takes in what a file says of an identity.
    mutating func add(_ record: IdentityRecord) {
        var record = record
        record.complete()
        records.append(record)
    }

    /// Says that something in a file does not count; of many such things the first are named.
    mutating func doubt(_ file: SourceFile, _ problem: String) {
        let count = counts[file.place, default: 0] + 1
        counts[file.place] = count
        var known = doubts[file.place] ?? []
        if count > Self.keptDoubts { known.removeLast(count == Self.keptDoubts + 1 ? 0 : 1) }
        known.append(
            count > Self.keptDoubts ? "\(file.place): \(count - Self.keptDoubts) more" : "\(file.place)\(problem)")
        doubts[file.place] = known
    }

    /// Says that a file does not count.
    mutating func refuse(_ file: SourceFile, _ problem: Diagnostic) { refusals.append((file, problem)) }

    /// Puts files in the order of their places, whatever the order in which they were read.
    mutating func sort() {
        let keyed = records.enumerated().map { (key: ($1.file.place, $1.position.line, $0), record: $1) }
        records = keyed.sorted { $0.key < $1.key }.map(\.record)
    }
}

/// A kind of file that describes identities.
protocol IdentityFormat: Sendable {
    /// What such a file is.
    static var kind: ArtifactKind { get }
    /// How it is known by its content; none where its name tells.
    static var marks: [ContentMark] { get }
    /// Takes in what all files of the kind say.
    static func read(_ files: [SourceFile], into register: inout IdentityRegister)
}

extension IdentityFormat {
    static var marks: [ContentMark] { [] }
}

/// The kinds of files, the plain one first.
enum IdentityFormats {
    static let all: [any IdentityFormat.Type] = [
        PlainIdentities.self, AWSCredentialReport.self, AWSCredentialDocument.self, AWSAccessKeys.self, AWSRoles.self,
        AzureApplications.self, AzureCredentials.self, GitHubInstallations.self, GitHubTokens.self,
        GoogleServiceAccounts.self, KubernetesAccounts.self,
    ]
}
