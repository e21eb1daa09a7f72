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
    func ends(with suffix: String) -> Bool {
        let tail = suffix.split(separator: "/").map(String.init)
        return components.suffix(tail.count).elementsEqual(tail)
    }

    /// The path without its last components.
    func dropping(_ count: Int) -> FilePath { FilePath(Array(components.dropLast(count))) }

    /// Whether a folder holds this path, however deep; every folder holds itself.
    func isInside(_ folder: FilePath) -> Bool { components.starts(with: folder.components) }

    static func < (left: FilePath, right: FilePath) -> Bool {
        left.components.lexicographicallyPrecedes(right.components)
    }
}
