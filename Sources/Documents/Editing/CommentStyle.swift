/// How a format writes comments.
enum CommentStyle {
    /// `// …` and `/* … */`.
    case json
    /// `# …`.
    case hash

    /// The next byte that is neither blank nor of a comment.
    func skipBlank(_ bytes: [UInt8], from start: Int, withinLine: Bool = false) -> Int {
        var place = start
        while place < bytes.count {
            let byte = bytes[place]
            if byte == 0x0A, withinLine { return place }
            if [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
                place += 1
            } else if let end = comment(bytes, at: place) {
                place = end
            } else {
                return place
            }
        }
        return place
    }

    /// The byte behind a comment that begins here.
    private func comment(_ bytes: [UInt8], at place: Int) -> Int? {
        let next = place + 1 < bytes.count ? bytes[place + 1] : 0
        switch (self, bytes[place], next) {
        case (.hash, UInt8(ascii: "#"), _), (.json, UInt8(ascii: "/"), UInt8(ascii: "/")):
            return bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
        case (.json, UInt8(ascii: "/"), UInt8(ascii: "*")):
            var end = place + 2
            while end + 1 < bytes.count, bytes[end] != UInt8(ascii: "*") || bytes[end + 1] != UInt8(ascii: "/") {
                end += 1
            }
            return min(end + 2, bytes.count)
        default: return nil
        }
    }
}
