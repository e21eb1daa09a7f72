internal import Documents
internal import Glibc
internal import Hashing

extension SourceFile {
    /// Reads a file in the format of its kind.
    ///
    /// Whatever goes wrong becomes its refusal.
    static func read(_ location: String, path: FilePath, kind: ArtifactKind) -> SourceFile {
        let bytes: [UInt8]
        do {
            bytes = try contents(of: location)
        } catch {
            return SourceFile(path: path, kind: kind, sha256: nil, size: 0, lines: [], content: .refused(error))
        }
        let digest = SHA256.hex(bytes)
        do {
            guard let format = kind.format else {
                return SourceFile(
                    path: path, kind: kind, sha256: digest, size: bytes.count, lines: lines(of: bytes), content: .text)
            }
            let document = try Document(bytes, as: format)
            return SourceFile(
                path: path, kind: kind, sha256: digest, size: bytes.count, lines: lines(of: bytes),
                content: .document(document), secrets: Redaction.secrets(in: document.root))
        } catch {
            let template = template(bytes, kind, error)
            return SourceFile(
                path: path, kind: kind, sha256: digest, size: bytes.count,
                // A template is no YAML, and parts of it are.
                lines: template == nil ? [] : lines(of: bytes), content: .refused(template ?? error))
        }
    }

    /// Says of a Helm template what it is, instead of where its actions break the YAML.
    ///
    /// <https://helm.sh/docs/chart_template_guide/getting_started/>
    private static func template(_ bytes: [UInt8], _ kind: ArtifactKind, _ error: Diagnostic) -> Diagnostic? {
        guard kind.format == .yaml, error.kind == .syntax else { return nil }
        let first = lines(of: bytes).firstIndex { line in
            let text = line.trimmingPrefix { $0 == " " }
            return text.hasPrefix("{{")
        }
        guard let first else { return nil }
        return Diagnostic(
            .syntax, "is a template, not YAML: render it (`helm template`) and assess the result",
            at: Position(line: first + 1, column: 1))
    }

    private static func contents(of location: String) throws(Diagnostic) -> [UInt8] {
        // O_NONBLOCK: a pipe that took the file's place must not hold the run.
        let descriptor = open(location, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Diagnostic(.syntax, "cannot be opened: \(String(cString: strerror(errno)))", at: nil)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Diagnostic(.forbidden, "is not a regular file", at: nil)
        }
        let limit = Limits.standard.bytes
        guard status.st_size <= limit else {
            throw Diagnostic(.limit, "has \(status.st_size) bytes; at most \(limit) are read", at: nil)
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress?.advanced(by: filled), $0.count - filled)
            }
            guard count > 0 else { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }

    private static func lines(of bytes: [UInt8]) -> [String] {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        }
    }
}
