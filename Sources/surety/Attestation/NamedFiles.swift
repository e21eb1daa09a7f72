internal import Attesting
internal import Hashing

/// Files that the user names, as subjects: by the last part of their paths, which is the same on another machine.
enum NamedFiles {
    /// Subjects of files in a role.
    ///
    /// - Throws: `Failure` when a file cannot be read, or two have one name.
    static func subjects(_ role: Subject.Role, _ paths: [String]) throws -> [Subject] {
        var subjects: [Subject] = []
        for path in paths {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let subject = Subject(role, name, sha256: SHA256.hex(try InputFile.read(path)))
            if subjects.contains(where: { $0.path == name && $0 != subject }) {
                throw Failure.input("two files are called \(name): an attestation could not tell them apart")
            }
            subjects.append(subject)
        }
        return subjects
    }

    /// Subjects of the files among some paths that `surety collect` wrote.
    ///
    /// - Throws: `Failure` when one is malformed.
    static func collected(_ paths: [String]) throws -> [Subject] {
        try subjects(.collected, paths.filter { InputFile.exists($0) }.filter { try EvidenceInput.saved($0) != nil })
    }
}
