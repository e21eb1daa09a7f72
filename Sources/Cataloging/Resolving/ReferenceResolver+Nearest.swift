internal import Compliance

extension ReferenceResolver {
    /// The items whose identifier or title comes nearest to a text, at most three.
    func nearest(to text: String, in frameworks: Set<FrameworkID>) -> [ReferenceTarget] {
        let key = ReferenceTokens(text).tokens.map(\.text).joined()
        let words = TitleWords(text)
        guard !key.isEmpty else { return [] }
        var scored: [ControlID: Double] = [:]
        let letters = key.prefix(while: \.isLetter)
        for (compact, itsLetters, entries) in index.spellings {
            guard abs(compact.utf8.count - key.utf8.count) <= 2 else { continue }
            let distance = Self.distance(key, compact)
            // Other digits behind the same letters come nearer than other letters.
            let isSeries = itsLetters == letters
            guard distance <= (isSeries || key.utf8.count > 5 ? 2 : 1), key.utf8.count > 2 else { continue }
            for entry in entries {
                let score = Double(distance) - (isSeries ? 0.5 : 0)
                scored[entry.control] = min(scored[entry.control] ?? .infinity, score)
            }
        }
        for (control, own) in index.words where words.stems.count > 1 {
            let share = min(words.share(of: own.title), own.title.share(of: words))
            if share >= 0.5 { scored[control] = min(scored[control] ?? .infinity, 3 * (1 - share)) }
        }
        let found = scored.filter { frameworks.isEmpty || frameworks.contains($0.key.framework) }
        return found.sorted { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }.prefix(3).map {
            .control($0.key)
        }
    }

    /// How many letters must be put in, taken out or changed.
    private static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        var previous = Array(0...right.count)
        for (row, byte) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                current.append(
                    min(previous[column + 1] + 1, current[column] + 1, previous[column] + (byte == other ? 0 : 1)))
            }
            previous = current
        }
        return previous[right.count]
    }
}
