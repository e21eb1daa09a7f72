/// The difference of two texts as a unified diff.
///
/// <https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html>
public enum LineDiff {
    private enum Line: Equatable {
        case same(Substring)
        case removed(Substring)
        case added(Substring)
    }

    /// Lines of context around each change.
    private static let context = 3

    /// The diff with its two head lines; empty when nothing differs.
    public static func unified(_ before: String, _ after: String, path: String) -> String {
        let lines = merged(split(before), split(after))
        let changed = lines.indices.filter { if case .same = lines[$0] { false } else { true } }
        guard !changed.isEmpty else { return "" }
        var text = "--- a/\(path)\n+++ b/\(path)\n"
        for hunk in hunks(changed, lines.count) { text += write(hunk, of: lines) }
        return text
    }

    private static func split(_ text: String) -> [Substring] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func merged(_ old: [Substring], _ new: [Substring]) -> [Line] {
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

    private static func write(_ hunk: Range<Int>, of lines: [Line]) -> String {
        var (old, new) = (0, 0)
        for line in lines[..<hunk.lowerBound] {
            if case .added = line {
                new += 1
            } else if case .removed = line {
                old += 1
            } else {
                (old, new) = (old + 1, new + 1)
            }
        }
        var (oldCount, newCount) = (0, 0)
        var body = ""
        for line in lines[hunk] {
            switch line {
            case .same(let text):
                body += " \(text)\n"
                (oldCount, newCount) = (oldCount + 1, newCount + 1)
            case .removed(let text):
                body += "-\(text)\n"
                oldCount += 1
            case .added(let text):
                body += "+\(text)\n"
                newCount += 1
            }
        }
        return "@@ -\(start(old, oldCount)),\(oldCount) +\(start(new, newCount)),\(newCount) @@\n" + body
    }

    /// The first line of a range, from 1; of an empty one, the line before it.
    private static func start(_ before: Int, _ count: Int) -> Int { count == 0 ? before : before + 1 }
}
