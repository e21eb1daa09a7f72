/// Notices keys written twice in one object: by comparing while they are few, by hashing when they are many.
struct KeyRegister {
    private var hashed: Set<String> = []

    /// Whether the key is among the members already, which must be the same ones, grown, at every call.
    mutating func isRepeated(_ key: String, in members: [Member]) -> Bool {
        guard members.count >= 12 else { return members.contains { $0.key == key } }
        if hashed.isEmpty { hashed = Set(members.map(\.key)) }
        return !hashed.insert(key).inserted
    }
}

extension [Diagnostic] {
    /// Adds a warning, but not without bound: a hostile file could repeat one key a million times.
    mutating func warn(_ diagnostic: Diagnostic) {
        if count < 100 { append(diagnostic) }
    }

    /// Adds the warning about a key that is written twice.
    mutating func warnOfRepeated(_ key: String, at position: Position) {
        let shown = key.count > 80 ? "\(key.prefix(80))…" : key
        warn(
            Diagnostic(
                .duplicateKey, "key \"\(shown)\" is written twice; the last one counts", at: position, key: shown))
    }
}
