internal import Attesting
internal import Compliance

/// The statements beside our own, which say the same in the words of others.
struct StatementFiles {
    private let files: [String: [UInt8]]
    private let keys: [VerifyingKey]

    /// Envelopes by name, as they were read.
    init(_ files: [String: [UInt8]], trusting keys: [VerifyingKey]) {
        self.files = files
        self.keys = keys
    }

    /// Envelopes that lie in a folder.
    ///
    /// - Throws: `Failure` when one cannot be read.
    init(in folder: String, trusting keys: [VerifyingKey]) throws {
        files = try StatementSet.names.reduce(into: [:]) { files, name in
            let path = folder + "/" + name
            if InputFile.exists(path) { files[name] = try InputFile.read(path) }
        }
        self.keys = keys
    }

    /// What holds of those that are there.
    ///
    /// - Parameters:
    ///   - own: Our own statement: the others are about some of its files, and no more.
    ///   - again: The assessment that was made anew; nil when there was nothing to make it of.
    /// - Returns: One outcome for each.
    /// - Throws: `Failure` when one cannot be read.
    func outcomes(beside own: InTotoStatement, _ again: Assessment?) throws -> [Outcome] {
        let derived = again.map { StatementSet.statements(of: $0, subjects: own.subjects, editions: [:]) } ?? []
        return try StatementSet.names.filter { $0 != StatementSet.own && files[$0] != nil }.flatMap { name in
            try review(name, own, derived.first { $0.name == name }?.statement)
        }
    }

    private func review(_ name: String, _ own: InTotoStatement, _ derived: InTotoStatement?) throws -> [Outcome] {
        let sealed = try Failure.asInput(about: name) {
            try Envelope(AttestationFile.json(files[name] ?? [], name: name))
        }
        let signatures = SignatureReview.review(sealed, trusting: keys)
        guard !signatures.contains(where: { $0.standing == .differs }),
            sealed.payloadType == InTotoStatement.payloadType
        else { return [Outcome(.differs, "\(name): it is not signed with every key that is trusted here")] }
        let statement = try Failure.asInput(about: name) {
            try InTotoStatement(AttestationFile.json(sealed.payload, name: name))
        }
        guard Set(own.subjects).isSuperset(of: statement.subjects) else {
            return [Outcome(.differs, "\(name): it is about other files than \(StatementSet.own)")]
        }
        guard let derived else { return [Outcome(.unchecked, "\(name): signed; what it says needs --evidence")] }
        if statement == derived { return [Outcome(.holds, "\(name): signed, and what it says was found again")] }
        let difference =
            JSONDifference.first(attested: statement.predicate, derived: derived.predicate)
            ?? "its files or its type are other than those of this version"
        return [Outcome(.differs, "\(name): \(difference)")]
    }
}
