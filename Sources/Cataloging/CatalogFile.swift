internal import Documents
internal import Glibc
internal import Hashing

/// One file of a catalog: where it lies in its folder, its digest, and its tree.
struct CatalogFile {
    /// Path in the catalog's folder, for example `checks/mcp/transport-encrypted.yaml`.
    let path: String
    /// SHA-256 of the YAML.
    let digest: String
    /// The tree.
    let root: Node

    /// Reads all YAML files of a folder's `frameworks/` and `checks/`, sorted by path.
    ///
    /// - Throws: `CatalogProblems` for a folder or file that cannot be read.
    static func all(in folder: String) throws -> [CatalogFile] {
        var paths: [String] = []
        try list(folder, "", into: &paths)
        guard !paths.isEmpty else {
            throw CatalogProblems(problems: [
                problem(folder, "there are no frameworks/*.yaml or checks/<area>/*.yaml", .start)
            ])
        }
        var files: [CatalogFile] = []
        var problems: [CatalogProblem] = []
        for path in paths.sorted() {
            do {
                files.append(try one(path, in: folder))
            } catch {
                problems.append(error)
            }
        }
        guard problems.isEmpty else { throw CatalogProblems(problems: problems) }
        return files
    }

    private static func one(_ path: String, in folder: String) throws(CatalogProblem) -> CatalogFile {
        let full = folder + "/" + path
        guard let bytes = bytes(of: full) else { throw problem(full, "cannot be read", .start) }
        do throws(Diagnostic) {
            let document = try Document(bytes, as: .yaml)
            // A key written twice would make one of its values vanish unseen.
            if let warning = document.warnings.first { throw warning }
            return CatalogFile(path: path, digest: SHA256.hex(bytes), root: document.root)
        } catch {
            throw problem(full, error.message, error.position ?? .start)
        }
    }

    private static func problem(_ path: String, _ message: String, _ position: Position) -> CatalogProblem {
        CatalogProblem(path: path, position: position, message: message)
    }

    private static func list(_ folder: String, _ prefix: String, into paths: inout [String]) throws {
        guard let stream = opendir(folder + "/" + prefix) else {
            throw CatalogProblems(problems: [problem(folder + "/" + prefix, "the folder cannot be read", .start)])
        }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix(".") else { continue }
            let path = prefix.isEmpty ? name : prefix + "/" + name
            if Int32(entry.pointee.d_type) == Int32(DT_DIR) {
                if prefix.isEmpty && name != "frameworks" && name != "checks" { continue }
                try list(folder, path, into: &paths)
            } else if !prefix.isEmpty && (name.hasSuffix(".yaml") || name.hasSuffix(".yml")) {
                paths.append(path)
            }
        }
    }

    private static func bytes(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return bytes
    }
}
