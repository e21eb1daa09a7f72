/// A path relative to the assessed folder, with `/` between its components.
struct FilePath: Hashable, Sendable, Comparable {
    /// The components; none for the assessed folder itself.
    let components: [String]

    init(_ components: [String]) {
        self.components = components
    }

    /// A path from its text.
    init(_ text: String) {
        components = text.split(separator: "/").map(String.init).filter { $0 != "." }
    }

    /// The path that a text in a file of the folder names: `../shared/a.yaml`.
    init(_ text: String, from folder: FilePath) {
        var parts = folder.components
        for part in text.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        components = parts
    }

    /// The path as it is printed; `.` for the assessed folder itself.
    var text: String { components.isEmpty ? "." : components.joined(separator: "/") }

    /// The last component.
    var name: String { components.last ?? "" }

    /// The folder that holds it.
    var folder: FilePath { FilePath(Array(components.dropLast())) }

    /// Whether the path ends with the components of a text such as `.claude/settings.json`.
    ///
    /// Every file is held against hundreds of such texts, so nothing is taken apart.
    func ends(with suffix: String) -> Bool {
        let text = suffix.utf8
        var end = text.endIndex
        for component in components.reversed() {
            let count = component.utf8.count
            guard let start = text.index(end, offsetBy: -count, limitedBy: text.startIndex),
                text[start..<end].elementsEqual(component.utf8)
            else { return false }
            guard start > text.startIndex else { return true }
            end = text.index(before: start)
            guard text[end] == UInt8(ascii: "/") else { return false }
        }
        return false
    }

    /// The path without its last components.
    func dropping(_ count: Int) -> FilePath { FilePath(Array(components.dropLast(count))) }

    /// Whether a folder holds this path, however deep; every folder holds itself.
    func isInside(_ folder: FilePath) -> Bool { components.starts(with: folder.components) }

    static func < (left: FilePath, right: FilePath) -> Bool {
        left.components.lexicographicallyPrecedes(right.components)
    }
}
