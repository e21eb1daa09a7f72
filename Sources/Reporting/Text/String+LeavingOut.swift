extension String {
    /// The text with every occurrence of a word marked and left out.
    ///
    /// Bytes are compared: of a fleet there are a hundred thousand sentences, and few name what is looked for.
    func leavingOut(_ word: String) -> String {
        let text = Array(utf8)
        let word = Array(word.utf8)
        guard let first = word.first, text.count >= word.count else { return self }
        var kept: [UInt8] = []
        var position = 0
        var start = 0
        while position + word.count <= text.count {
            if text[position] == first, text[position..<(position + word.count)].elementsEqual(word) {
                kept += text[start..<position]
                kept.append(0x1E)
                position += word.count
                start = position
            } else {
                position += 1
            }
        }
        return start == 0 ? self : String(decoding: kept + text[start...], as: UTF8.self)
    }
}
