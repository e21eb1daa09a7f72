extension JSONText {
    /// Writes a key with a text; nothing when there is none, for formats that know no null.
    func given(_ key: String, _ text: String?) {
        if let text, !text.isEmpty { member(key, text) }
    }

    /// Writes a key with a number; nothing when there is none.
    func given(_ key: String, _ number: Int?) {
        if let number { member(key, number) }
    }

    /// Writes a key with an array of texts.
    func texts(_ key: String, _ texts: some Sequence<String>) {
        self.key(key)
        array(texts)
    }

    /// Writes a key with an object of one line.
    func nested(_ key: String, _ body: () -> Void) {
        self.key(key)
        object(body)
    }

    private func object(_ body: () -> Void) { object(block: false, body) }
}
