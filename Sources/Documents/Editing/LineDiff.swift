/// The difference of two texts as `git apply` takes it.
///
/// <https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html>, with the head lines of
/// <https://git-scm.com/docs/diff-format#generate_patch_text_with_p>.
public struct LineDiff: Sendable {
    /// A line that is the same, goes, or comes; its break is part of it.
    public enum Line: Sendable, Equatable {
        case same(ArraySlice<UInt8>)
        case removed(ArraySlice<UInt8>)
        case added(ArraySlice<UInt8>)

        fileprivate var bytes: ArraySlice<UInt8> {
            switch self {
            case .same(let line), .removed(let line), .added(let line): line
            }
        }

        fileprivate var mark: String {
            switch self {
            case .same: " "
            case .removed: "-"
            case .added: "+"
            }
        }

        fileprivate var isSame: Bool { if case .same = self { true } else { false } }
        fileprivate var isOld: Bool { if case .added = self { false } else { true } }
        fileprivate var isNew: Bool { if case .removed = self { false } else { true } }
    }

    /// Lines of context around each change.
    private static let context = 3

    private let path: String
    private let isNew: Bool
    private let lines: [Line]

    /// The difference between a file as it is, nil for one that is not there, and as it is to be.
    public init(_ before: [UInt8]?, _ after: [UInt8], path: String) {
        self.path = path
        isNew = before == nil
        lines = Self.merged(Self.split(before ?? []), Self.split(after))
    }

    /// The patch; empty when nothing differs.
    ///
    /// What is shown of a line is told by its text and its number in the file as it is, nil for a line that comes.
    public func unified(_ shown: (_ line: String, _ number: Int?) -> String = { line, _ in line }) -> String {
        let changed = lines.indices.filter { !lines[$0].isSame }
        guard !changed.isEmpty else { return "" }
        var text = "diff --git \(Self.name("a/" + path)) \(Self.name("b/" + path))\n"
        if isNew { text += "new file mode 100644\n" }
        text += "--- \(isNew ? "/dev/null" : Self.name("a/" + path))\n+++ \(Self.name("b/" + path))\n"
        for hunk in Self.hunks(changed, lines.count) { text += write(hunk, shown) }
        return text
    }

    private static func split(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        let lines = TextLines(text)
        return text.isEmpty ? [] : (0..<lines.count).map { text[lines.range($0)] }
    }

    private static func merged(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Line] {
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [Line] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if left < old.count, removed.contains(left) {
                lines.append(.removed(old[left]))
                left += 1
            } else if right < new.count, added.contains(right) {
                lines.append(.added(new[right]))
                right += 1
            } else {
                lines.append(.same(old[left]))
                (left, right) = (left + 1, right + 1)
            }
        }
        return lines
    }

    private static func hunks(_ changed: [Int], _ count: Int) -> [Range<Int>] {
        changed.reduce(into: []) { hunks, place in
            let range = max(0, place - context)..<min(count, place + context + 1)
            if let last = hunks.last, range.lowerBound <= last.upperBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
    }

    private func write(_ hunk: Range<Int>, _ shown: (String, Int?) -> String) -> String {
        let (old, new) = (
            lines[..<hunk.lowerBound].count(where: \.isOld), lines[..<hunk.lowerBound].count(where: \.isNew)
        )
        let (oldCount, newCount) = (lines[hunk].count(where: \.isOld), lines[hunk].count(where: \.isNew))
        var text = "@@ -\(Self.start(old, oldCount)),\(oldCount) +\(Self.start(new, newCount)),\(newCount) @@\n"
        var number = old
        for line in lines[hunk] {
            if line.isOld { number += 1 }
            let isClosed = line.bytes.last == 0x0A
            let bare = String(decoding: isClosed ? line.bytes.dropLast() : line.bytes, as: UTF8.self)
            text += line.mark + shown(bare, line.isOld ? number : nil) + "\n"
            if !isClosed { text += "\\ No newline at end of file\n" }
        }
        return text
    }

    /// The first line of a range, from 1; of an empty one, the line before it.
    private static func start(_ before: Int, _ count: Int) -> Int { count == 0 ? before : before + 1 }

    /// A name as git writes it: in quotes, with escapes, where it holds what would end or hide it.
    private static func name(_ path: String) -> String {
        let isPlain = path.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && $0 != "\"" && $0 != "\\" && $0.value != 0x7F
        }
        guard !isPlain else { return path }
        var quoted = "\""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += "\\" + String(UnicodeScalar(byte))
            case 0x20..<0x7F: quoted += String(UnicodeScalar(byte))
            default:
                let octal = String(byte, radix: 8)
                quoted += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
            }
        }
        return quoted + "\""
    }
}
