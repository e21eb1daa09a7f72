internal import Collecting
internal import Compliance
internal import Documents
internal import Glibc
internal import Reporting
internal import Tracking

/// A copy of what was judged, on which edits are tried: the files themselves stay as they are.
final class TrialFolder {
    /// Bytes that are copied at most.
    private static let largest = 256 << 20
    /// Trials that are remembered at most.
    private static let remembered = 64

    private let source: String
    private let folder: String
    private let judge: (String) throws -> Assessment
    /// What the copy says before any edit, and as it is now.
    let before: Trial
    private(set) var current: Trial { didSet { tried = [] } }
    /// What was tried on the copy as it is now: causes that rest on the same often have the same edit.
    private var tried: [(edits: [FileEdit], trial: Trial)] = []
    /// What files were before edits that are kept; nil for those that were made.
    private var originals: [String: [UInt8]?] = [:]

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
        current = before
        guard bytes <= Self.largest, copy.evidenceDigest == original.evidenceDigest else { return nil }
    }

    deinit { Self.remove(folder, depth: 0) }

    /// The causes that are open before any edit, the heaviest first.
    var causes: [CauseGroup] { Self.open(CauseGroup.all(in: before.assessment)) }

    /// Some gaps by cause as they stand in the copy now, those that are still open, the heaviest first.
    func open(_ gaps: Set<GapID>) -> [CauseGroup] { Self.open(CauseGroup.all(in: current.assessment, of: gaps)) }

    /// Some gaps by cause as they stood before any edit.
    func original(_ gaps: Set<GapID>) -> [CauseGroup] { Self.open(CauseGroup.all(in: before.assessment, of: gaps)) }

    private static func open(_ groups: [CauseGroup]) -> [CauseGroup] {
        groups.filter { $0.origin != .unknown && !$0.isAccepted }
    }

    /// The bytes of a file of the copy as it is now.
    func read(_ path: String) -> [UInt8]? { FileBytes.regular(folder + "/" + path, atMost: 4 << 20) }

    /// The tree of a file of the copy, when it can be edited.
    func tree(_ path: String) -> Node? {
        read(path).flatMap { DocumentPatch.read($0, path: path) }?.root
    }

    /// Whether anything stands at a path.
    func exists(_ path: String) -> Bool { NewFile.exists(folder + "/" + path) }

    /// Whether a path leads to a place within the folder, and through no link.
    func isSafe(_ path: String) -> Bool { SafePath.isWithin(source, path) }

    /// What an assessment says after edits; the copy is then as it was.
    func assess(_ edits: [FileEdit]) throws -> Trial {
        if let known = tried.first(where: { $0.edits == edits }) { return known.trial }
        for edit in edits { try write(edit.after, to: edit.path) }
        defer { for edit in edits { restore(edit.before, edit.path) } }
        let trial = Trial(try judge(folder))
        if tried.count == Self.remembered { tried.removeFirst() }
        tried.append((edits, trial))
        return trial
    }

    /// Leaves edits in the copy, from which the next are then weighed.
    func keep(_ edits: [FileEdit]) throws {
        let trial = try assess(edits)
        for edit in edits {
            if originals[edit.path] == nil { originals[edit.path] = .some(edit.before) }
            try write(edit.after, to: edit.path)
        }
        current = trial
    }

    /// All that is kept: each file as it was, and as it is now.
    var edits: [FileEdit] {
        originals.sorted { $0.key < $1.key }.compactMap { path, before in
            read(path).map { FileEdit(path: path, before: before, after: $0) }
        }
    }

    /// Takes back all that is kept.
    func reset() {
        for (path, before) in originals { restore(before, path) }
        originals = [:]
        current = before
    }

    private func restore(_ bytes: [UInt8]?, _ path: String) {
        guard let bytes else {
            unlink(folder + "/" + path)
            // Folders that were made for it are empty now; others stay.
            var parts = path.split(separator: "/").dropLast()
            while !parts.isEmpty, !NewFile.exists(source + "/" + parts.joined(separator: "/")) {
                rmdir(folder + "/" + parts.joined(separator: "/"))
                parts.removeLast()
            }
            return
        }
        try? write(bytes, to: path)
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
