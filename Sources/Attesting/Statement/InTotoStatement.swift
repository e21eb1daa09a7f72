/// An in-toto Statement v1: what is said, of which files.
///
/// See <https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md>.
public struct InTotoStatement: Sendable, Hashable {
    /// `payloadType` of the envelope around it.
    public static let payloadType = "application/vnd.in-toto+json"
    /// `_type` of the statement.
    public static let type = "https://in-toto.io/Statement/v1"

    /// The files, in order of their names.
    public let subjects: [Subject]
    /// What kind of thing is said.
    public let predicateType: String
    /// What is said.
    public let predicate: JSONValue

    /// A statement.
    public init(subjects: [Subject], predicateType: String, predicate: JSONValue) {
        self.subjects = Set(subjects).sorted { ($0.name, $0.sha256) < ($1.name, $1.sha256) }
        self.predicateType = predicateType
        self.predicate = predicate
    }

    /// A statement from its JSON.
    ///
    /// - Throws: `Envelope.Malformed` for JSON of another type, and for a subject without a name or digest that is known.
    public init(_ json: JSONValue) throws(Envelope.Malformed) {
        guard json["_type"]?.string == Self.type else {
            throw Envelope.Malformed(description: "its payload is not an in-toto Statement v1")
        }
        guard let predicateType = json["predicateType"]?.string, !predicateType.isEmpty else {
            throw Envelope.Malformed(description: "the statement has no predicateType")
        }
        var subjects: [Subject] = []
        for entry in json["subject"]?.elements ?? [] {
            guard let name = entry["name"]?.string, let digest = entry["digest"]?["sha256"]?.string,
                digest.utf8.count == 64
            else { throw Envelope.Malformed(description: "a subject has no name, or no SHA-256") }
            guard let subject = Subject(name: name, sha256: digest) else {
                throw Envelope.Malformed(
                    description: "subject '\(name)' is of none of the kinds that Surety attests")
            }
            subjects.append(subject)
        }
        guard !subjects.isEmpty else { throw Envelope.Malformed(description: "the statement has no subject") }
        guard Set(subjects.map(\.name)).count == subjects.count else {
            throw Envelope.Malformed(description: "the statement names a subject twice")
        }
        self.init(subjects: subjects, predicateType: predicateType, predicate: json["predicate"] ?? [:])
    }

    /// The canonical bytes: what is signed.
    public var payload: [UInt8] {
        let subjects = subjects.map { subject -> JSONValue in
            ["name": .string(subject.name), "digest": ["sha256": .string(subject.sha256)]]
        }
        let json: JSONValue = [
            "_type": .string(Self.type), "subject": .array(subjects), "predicateType": .string(predicateType),
            "predicate": predicate,
        ]
        return json.canonical
    }
}
