internal import Documents
internal import Glibc

/// How a file of a product is known when its name says nothing: by words that stand in it.
///
/// A Kubernetes manifest or an exported workflow may have any name. A file is the product's when its path is admitted and all
/// words of one of the groups stand in its bytes.
struct ContentMark: Sendable {
    /// What the file is to the product.
    let kind: ArtifactKind
    /// Whether a file of such a path can be the product's at all.
    let admits: @Sendable (FilePath) -> Bool
    /// Groups of words; one group must stand in the file whole.
    let groups: [[String]]
    /// Whether the file counts only beside another file of the product.
    ///
    /// Kubernetes roles say something of an agent only where there is one.
    let isAuxiliary: Bool

    init(
        _ kind: ArtifactKind, anyOf groups: [[String]], isAuxiliary: Bool = false,
        admits: @escaping @Sendable (FilePath) -> Bool
    ) {
        self.kind = kind
        self.groups = groups
        self.isAuxiliary = isAuxiliary
        self.admits = admits
    }

    /// Files whose names end in one of the extensions.
    static func extensions(_ extensions: String...) -> @Sendable (FilePath) -> Bool {
        { path in extensions.contains { path.name.lowercased().hasSuffix("." + $0) } }
    }

    /// Whether the words of one group all stand in the bytes.
    func holds(_ bytes: [UInt8]) -> Bool {
        groups.contains { $0.allSatisfy { Self.find($0, in: bytes) } }
    }

    /// Whether the word stands in the bytes, looked for by its first byte.
    private static func find(_ word: String, in bytes: [UInt8]) -> Bool {
        let needle = Array(word.utf8)
        guard let first = needle.first, bytes.count >= needle.count else { return needle.isEmpty }
        return bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return false }
            var offset = 0
            while offset + needle.count <= bytes.count {
                let rest = bytes.count - needle.count - offset + 1
                guard let hit = memchr(base + offset, Int32(first), rest) else { return false }
                if memcmp(hit, needle, needle.count) == 0 { return true }
                offset = UnsafeRawPointer(hit) - base + 1
            }
            return false
        }
    }
}
