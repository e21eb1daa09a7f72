internal import Compliance
internal import Documents
internal import Hashing

/// The signatures that lie beside statements: `statements/NAME.dsse.json` beside the file.
///
/// Whether one holds is for those to say who know whose key is whose. Here it is looked at only whether the file is such
/// an envelope and nothing else, so that it carries no text of its own into the evidence.
struct StatementSignatures {
    /// Name of the kind of file.
    static let kind = "statement signature"
    private static let largest = 8_192

    private let files: [FilePath: SourceFile]
    /// The files that belong to a statement.
    private(set) var used: Set<FilePath> = []

    init(_ files: [SourceFile]) {
        self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What is recorded of the signature of one of a file's statements.
    ///
    /// - Parameters:
    ///   - entry: The statement.
    ///   - file: The file with the statement.
    ///   - isTwice: Whether another statement of the file has the same name.
    /// - Returns: The columns of the table `statement` that say it.
    mutating func columns(of entry: StatementEntry, in file: FilePath, isTwice: Bool) -> [String: Value] {
        let path = FilePath(file.folder.components + ["statements", entry.name + ".dsse.json"])
        guard let found = files[path] else { return ["signature": "none"] }
        used.insert(path)
        if let fault = isTwice ? "two statements are called \(entry.name)" : found.refusal?.description {
            return ["signature": "invalid", "signature_fault": .text(fault)]
        }
        return ["envelope": .text(found.lines.joined(separator: "\n"))]
    }

    /// The files that belong to no statement, with the reason that is given for not reading them.
    var left: [(path: FilePath, reason: Diagnostic)] {
        files.keys.filter { !used.contains($0) && files[$0]?.refusal == nil }.sorted().map {
            ($0, Diagnostic(.syntax, "signs no statement of the file beside its folder", at: nil))
        }
    }

    /// The file as it is, or refused for what it holds.
    static func checked(_ file: SourceFile) -> SourceFile {
        guard let root = file.document?.root else { return file }
        if file.size > largest || !isEnvelope(root) {
            return file.refused(Diagnostic(.syntax, "is no signature of a statement", at: root.position))
        }
        return file
    }

    private static func isEnvelope(_ root: Node) -> Bool {
        guard root.members.map(\.key).sorted() == ["payload", "payloadType", "signatures"],
            root["payloadType"]?.string == "application/vnd.in-toto+json",
            let payload = root["payload"]?.string.flatMap(Base64.bytes),
            let said = try? Document(payload, as: .json), said.warnings.isEmpty, isStatement(said.root),
            let signatures = root["signatures"]?.elements, (1...8).contains(signatures.count)
        else { return false }
        return signatures.allSatisfy { signature in
            signature.members.map(\.key).sorted() == ["keyid", "sig"] && isDigest(signature["keyid"])
                && (1...1_024).contains(signature["sig"]?.string.flatMap(Base64.bytes)?.count ?? 0)
        }
    }

    /// Names, digests and fixed words, and no other text.
    private static func isStatement(_ root: Node) -> Bool {
        guard root.members.map(\.key).sorted() == ["_type", "predicate", "predicateType", "subject"],
            root["_type"]?.string == "https://in-toto.io/Statement/v1",
            root["predicateType"]?.string == "https://surety-tool.org/ns/statement/v1",
            let subjects = root["subject"]?.elements, let predicate = root["predicate"]
        else { return false }
        let isPlain = subjects.allSatisfy { subject in
            let name = subject["name"]?.string ?? ""
            return subject.members.map(\.key).sorted() == ["digest", "name"]
                && subject["digest"]?.members.map(\.key) == ["sha256"] && isDigest(subject["digest"]?["sha256"])
                && (name == "document" || name.hasPrefix("statement/") && Statement.isName(String(name.dropFirst(10))))
        }
        return isPlain
            && predicate.members.allSatisfy { member in
                guard let text = member.value.string else { return false }
                return ["canonicalization", "system"].contains(member.key) && Redaction.redact(text) == text
            }
    }

    private static func isDigest(_ node: Node?) -> Bool {
        guard let text = node?.string, text.utf8.count == 64 else { return false }
        return text.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
        }
    }
}
