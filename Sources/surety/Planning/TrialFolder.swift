internal import Collecting
internal import Compliance
internal import Documents
internal import Glibc
internal import Tracking

/// A copy of what was judged, on which edits are tried: the files themselves stay as they are.
final class TrialFolder {
    /// Bytes that are copied at most.
    private static let largest = 256 << 20

    private let source: String
    private let folder: String
    private let judge: (String) throws -> Assessment
    /// What the copy says before any edit.
    let before: Trial

    /// Copies the files of an assessment and assesses the copy.
    ///
    /// - Returns: Nil when the copy does not say what the original says: then nothing can be tried on it.
    /// - Throws: `Failure` when it cannot be made.
    init?(of source: String, like original: Assessment, judge: @escaping (String) throws -> Assessment) throws {
        var template = Array("\(Console.environment("TMPDIR") ?? "/tmp")/surety-plan-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Failure.input("no folder for a copy can be made: \(String(cString: strerror(errno)))")
        }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        self.source = source
        self.judge = judge
        var bytes = 0
        Self.copy(source, to: folder, depth: 0, &bytes)
        let copy = try judge(folder)
        before = Trial(copy)
        guard bytes <= Self.largest, copy.evidenceDigest == original.evidenceDigest else { return nil }
    }

    deinit { Self.remove(folder, depth: 0) }

    /// What an assessment says after edits; the copy is then as it was.
    func assess(_ edits: [PlannedChange.Edit]) throws -> Trial {
        for edit in edits { try write(edit.after, to: edit.path) }
        defer { for edit in edits { try? write(edit.before, to: edit.path) } }
        return Trial(try judge(folder))
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        try AtomicFile.write(to: folder + "/" + path) { try $0(bytes) }
    }

    private static func copy(_ from: String, to: String, depth: Int, _ bytes: inout Int) {
        guard depth < 64, let entries = FolderEntry.entries(of: from) else { return }
        for entry in entries where bytes <= largest {
            let (old, new) = (from + "/" + entry.name, to + "/" + entry.name)
            switch entry.kind {
            case .folder:
                // That one is there can matter (a repository is one by its `.git`), what lies in it does not.
                mkdir(new, 0o755)
                if !Collection.foldersLeftOut.contains(entry.name) { copy(old, to: new, depth: depth + 1, &bytes) }
            case .file:
                guard let content = FileBytes.read(old) else { continue }
                bytes += content.count
                guard bytes <= largest else { return }
                try? AtomicFile.write(to: new) { try $0(content) }
            case .link:
                var target = [CChar](repeating: 0, count: Int(PATH_MAX))
                let length = readlink(old, &target, target.count - 1)
                if length > 0, target[0] != CChar(bitPattern: UInt8(ascii: "/")) { symlink(target, new) }
            case .other, .unknown: continue
            }
        }
    }

    private static func remove(_ path: String, depth: Int) {
        guard depth <= 64 else { return }
        for entry in FolderEntry.entries(of: path) ?? [] {
            let below = path + "/" + entry.name
            if case .folder = entry.kind { remove(below, depth: depth + 1) } else { unlink(below) }
        }
        rmdir(path)
    }
}
