internal import ArgumentParser
internal import Attesting
internal import Documents
internal import Glibc

/// Whose keys are whose: the user says it, and no file that is assessed.
struct StatementKeyOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Public key or certificate in PEM of a person who signs statements: NAME=FILE with the name as `by` has it, or a file or folder of files called NAME.pub.pem or NAME.crt.pem; repeat for several.",
            valueName: "key"),
        completion: .file())
    var statementKey: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Authorities in PEM that the certificates of --statement-key must lead to; without it each is trusted as it is.",
            valueName: "file"),
        completion: .file(extensions: ["pem", "crt"]))
    var statementCA: String?

    private static let endings = [".pub.pem", ".crt.pem"]

    func validate() throws {
        if statementCA != nil, statementKey.isEmpty {
            throw ValidationError("--statement-ca vouches for certificates: give them with --statement-key")
        }
    }

    /// Whether any key is given.
    var isGiven: Bool { !statementKey.isEmpty }

    /// The keys.
    ///
    /// - Parameter judged: The folders and files that are judged: a key that lies in one of them is refused, since whoever
    ///   forges a statement could put it there.
    /// - Returns: Whose signatures are known.
    /// - Throws: `Failure` when a file cannot be read, is not called by a name, or lies in what is judged.
    func trust(judging judged: [String]) throws -> StatementTrust {
        guard isGiven else { return StatementTrust() }
        let authorities = try statementCA.map { path in
            let pem = try Self.read(path, outside: judged)
            return try Failure.asInput(about: path) { try Certificate(pem: pem) }
        }
        let keys = try statementKey.flatMap { try Self.named($0) }.map { name, path in
            let pem = try Self.read(path, outside: judged)
            return try Failure.asInput(about: path) { try ClaimantKey(name, pem: pem, authorities: authorities) }
        }
        guard !keys.isEmpty else {
            throw Failure.input("--statement-key: no file is called NAME.pub.pem or NAME.crt.pem")
        }
        return StatementTrust(keys: keys)
    }

    /// The files that a value of the option means, with the names of their owners.
    private static func named(_ value: String) throws -> [(name: String, path: String)] {
        if let names = FolderEntry.entries(of: value)?.filter({ $0.kind == .file }).map(\.name) {
            return names.compactMap { file in owner(of: file).map { ($0, value + "/" + file) } }
        }
        if InputFile.exists(value) {
            let file = value.split(separator: "/").last.map(String.init) ?? value
            guard let name = owner(of: file) else {
                throw Failure.input("\(value): whose key is it? Say NAME=\(value), or call it NAME.pub.pem")
            }
            return [(name, value)]
        }
        guard let sign = value.firstIndex(of: "="), sign != value.startIndex else {
            throw Failure.input("--statement-key \(value): there is no such file, and it is not NAME=FILE")
        }
        return [(String(value[..<sign]), String(value[value.index(after: sign)...]))]
    }

    private static func owner(of file: String) -> String? {
        endings.first { file.hasSuffix($0) && file.count > $0.count }.map { String(file.dropLast($0.count)) }
    }

    private static func read(_ path: String, outside judged: [String]) throws -> [UInt8] {
        if let folder = judged.first(where: { isInside(path, $0) }) {
            throw Failure.input(
                "\(path) lies in \(folder), which is judged: whoever changes a statement could change the key too")
        }
        return try InputFile.read(path)
    }

    private static func isInside(_ path: String, _ folder: String) -> Bool {
        guard let inner = real(path), let outer = real(folder) else { return false }
        return inner == outer || inner.hasPrefix(outer.hasSuffix("/") ? outer : outer + "/")
    }

    private static func real(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }
}
