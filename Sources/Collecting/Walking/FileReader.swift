internal import Documents
internal import Glibc
internal import Hashing

/// Reads a file once, and parses it in each of the formats that collectors ask for.
enum FileReader {
    /// The file as each of the kinds.
    static func read(_ found: FoundFile, as kinds: [ArtifactKind]) -> [SourceFile] {
        switch bytes(of: found) {
        case .failure(let diagnostic):
            return kinds.map {
                SourceFile(
                    path: found.path, kind: $0, sha256: nil, size: 0, text: .empty, content: .refused(diagnostic))
            }
        case .success(let bytes):
            let digest = SHA256.hex(bytes)
            return kinds.map { file(found.path, $0, bytes, digest) }
        }
    }

    private static func file(_ path: FilePath, _ kind: ArtifactKind, _ bytes: [UInt8], _ digest: String) -> SourceFile {
        let content: SourceFile.Content
        var text = LineText.empty
        do throws(Diagnostic) {
            let decoded = try Document.text(bytes)
            if let format = kind.format {
                content = .document(try Document(bytes, as: format))
            } else {
                content = .text
            }
            text = LineText(decoded)
        } catch {
            content = .refused(error)
        }
        return SourceFile(path: path, kind: kind, sha256: digest, size: bytes.count, text: text, content: content)
    }

    /// The bytes of a regular file, or why they cannot be had.
    static func bytes(of found: FoundFile, limit: Int = Limits.standard.bytes) -> Result<[UInt8], Diagnostic> {
        if let refusal = found.refusal { return .failure(.refusal(refusal)) }
        // O_NONBLOCK: a pipe that took the file's place since the walk must not make us wait.
        let descriptor = DirectoryEntry.withPath(found.location) {
            open($0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        }
        guard descriptor >= 0 else {
            return .failure(.refusal("cannot be opened: \(String(cString: strerror(errno)))"))
        }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
            return .failure(.refusal("not a regular file"))
        }
        let size = Int(information.st_size)
        guard size <= limit else {
            return .failure(Diagnostic(.limit, "the file has \(size) bytes; at most \(limit) are read", at: nil))
        }
        return read(descriptor, size: size)
    }

    private static func read(_ descriptor: Int32, size: Int) -> Result<[UInt8], Diagnostic> {
        var cause: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let more = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
                if more < 0 { cause = errno }
                if more < 0 && cause == EINTR { continue }
                if more <= 0 { break }
                count += more
            }
        }
        guard cause == 0 || cause == EINTR else {
            return .failure(.refusal("cannot be read: \(String(cString: strerror(cause)))"))
        }
        return .success(bytes)
    }
}
