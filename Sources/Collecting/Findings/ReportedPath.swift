/// Paths as reports of scanners write them: URIs (RFC 3986), absolute or relative to the folder that was scanned.
enum ReportedPath {
    /// The path of a URI; nil when its scheme is another than `file`.
    static func decoded(_ uri: String) -> String? {
        var rest = uri[...]
        if let colon = rest.firstIndex(of: ":"), rest[..<colon].allSatisfy({ $0.isLetter || $0.isNumber }) {
            guard rest[..<colon].lowercased() == "file" else { return nil }
            rest = rest[rest.index(after: colon)...]
            if rest.hasPrefix("//") { rest = rest.dropFirst(2).drop { $0 != "/" } }
        }
        var bytes: [UInt8] = []
        var source = Array(rest.utf8)[...]
        while let byte = source.popFirst() {
            if byte == UInt8(ascii: "%"), source.count >= 2,
                let decoded = UInt8(String(decoding: source.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(decoded)
                source = source.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The file inside a walk; nil for what lies outside or is not there.
    static func file(_ path: String, in walk: FolderWalk) -> FilePath? {
        guard !path.isEmpty, !path.utf8.contains(0) else { return nil }
        if path.hasPrefix("/") { return walk.inside(path) }
        guard !path.split(separator: "/").contains("..") else { return nil }
        let file = FilePath(path)
        return !file.components.isEmpty && walk.holds(file) ? file : nil
    }
}
