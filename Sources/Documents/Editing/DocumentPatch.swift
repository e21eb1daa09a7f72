/// Changes of a configuration file that leave every other byte of it as it stands.
public enum DocumentPatch {
    /// Larger files are not edited.
    private static let largest = 4 << 20

    /// The formats that a file of this name may be in, the strictest first; none for a format that is not edited.
    public static func formats(of path: String) -> [Document.Format] {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        for (ending, formats) in endings where name.hasSuffix(ending) { return formats }
        return []
    }

    private static let endings: [(String, [Document.Format])] = [
        (".json", [.json, .jsonc, .json5]), (".jsonc", [.jsonc, .json5]), (".json5", [.json5]), (".yaml", [.yaml]),
        (".yml", [.yaml]), (".toml", [.toml]), (".md", [.markdown]),
    ]

    /// The tree of a file that can be edited, and the format that it is in; nil for another.
    public static func read(_ bytes: [UInt8], path: String) -> (root: Node, format: Document.Format)? {
        guard bytes.count <= largest, !bytes.contains(0) else { return nil }
        for format in formats(of: path) {
            if let document = try? Document(bytes, as: format) { return (document.root, format) }
        }
        return nil
    }

    /// The file after operations.
    ///
    /// - Returns: Nil when the text is not understood well enough, or when what comes out is read as anything but
    ///   exactly the intended change.
    public static func apply(_ operations: [PatchOperation], to bytes: [UInt8], path: String) -> [UInt8]? {
        guard let (root, format) = read(bytes, path: path), let ordered = operations.inOrder, !ordered.isEmpty
        else { return nil }
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var text = Array(bytes[mark...])
        var expected = root
        for operation in ordered {
            guard let changed = patch(text, operation, format), let tree = expected.applying(operation) else {
                return nil
            }
            (text, expected) = (changed, tree)
        }
        let result = bytes[..<mark] + text
        guard let after = try? Document(Array(result), as: format) else { return nil }
        // toml++ does not tell the order of tables that are written in pieces.
        let sorts = format == .toml
        return after.root.bare(sortingKeys: sorts) == expected.bare(sortingKeys: sorts) ? Array(result) : nil
    }

    private static func patch(_ text: [UInt8], _ operation: PatchOperation, _ format: Document.Format) -> [UInt8]? {
        switch format {
        case .json, .jsonc, .json5: JSONPatch(text)?.apply(operation)
        case .yaml: YAMLPatch(text)?.apply(operation)
        case .toml: TOMLPatch(text)?.apply(operation)
        case .markdown: frontMatter(text, operation)
        case .xml: nil
        }
    }

    /// What stands between the two lines of `---` is edited as YAML.
    private static func frontMatter(_ text: [UInt8], _ operation: PatchOperation) -> [UInt8]? {
        let lines = TextLines(text)
        let fences = (0..<lines.count).filter { line in
            String(decoding: text[lines.range(line)], as: UTF8.self).trimmingSuffix(while: \.isWhitespace) == "---"
        }
        guard fences.first == 0, fences.count > 1 else { return nil }
        let matter = lines.range(1).lowerBound..<lines.range(fences[1]).lowerBound
        guard let changed = YAMLPatch(Array(text[matter]))?.apply(operation) else { return nil }
        return text[..<matter.lowerBound] + changed + text[matter.upperBound...]
    }
}

extension String {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}
