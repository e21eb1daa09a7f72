/// Sentences in instructions that set rules, people or questions aside, or bring instructions in from elsewhere.
///
/// Lines that forbid such a thing, or quote it, are not meant: "never push without asking the user" is a good rule.
enum InstructionPhrases {
    private static let verbs: Set<String> = ["ignore", "disregard", "forget", "override", "bypass"]
    private static let qualifiers: Set<String> = [
        "previous", "prior", "earlier", "above", "system", "safety", "all", "any", "existing", "preceding", "security",
    ]
    private static let objects: Set<String> = [
        "instructions", "instruction", "rules", "prompt", "prompts", "guidelines", "directives", "restrictions",
        "guardrails",
        "permissions", "safeguards", "confirmations",
    ]
    private static let denials: Set<String> = [
        "not", "never", "don't", "dont", "cannot", "can't", "mustn't", "refuse", "reject", "if", "attempts", "attempt",
        "tries",
        "like", "such", "attack", "attacks", "injection", "no", "forbidden", "prohibited", "avoid", "whether", "when",
    ]
    private static let quiet = [
        "without asking the user", "without asking for permission", "without asking for confirmation",
        "without asking for approval", "without user confirmation", "without user approval",
        "without confirmation from the user",
        "dangerously-skip-permissions",
    ]
    private static let silences = [
        "do not ask the user", "don't ask the user", "never ask the user", "do not ask for permission",
        "don't ask for permission",
        "do not ask for confirmation", "don't ask for confirmation", "never ask for confirmation",
        "never ask for permission",
        "never ask for approval", "do not ask for approval", "do not tell the user", "don't tell the user",
        "never tell the user", "do not inform the user", "hide this from the user", "do not mention this to the user",
        "auto-approve all", "approve everything automatically",
    ]

    /// Whether a line tells the agent to set rules, people or questions aside.
    static func overrides(_ line: String) -> Bool {
        let lower = line.lowercased().replacing("’", with: "'")
        if silences.contains(where: { silence(lower, $0) }) { return !isQuoted(lower, silences) }
        for phrase in quiet {
            guard lower.holds(phrase), let range = lower.ranges(of: phrase).first else { continue }
            if !denies(words(of: String(lower[..<range.lowerBound]))) { return true }
        }
        return setsAside(lower)
    }

    /// Whether a line keeps something from people: "don't tell the user to …" only says who does it.
    private static func silence(_ line: String, _ phrase: String) -> Bool {
        guard line.holds(phrase), let range = line.ranges(of: phrase).first else { return false }
        guard phrase.hasSuffix("tell the user") || phrase.hasSuffix("inform the user") else { return true }
        let rest = line[range.upperBound...].drop { $0 == " " }
        return !["to ", "how to ", "where to ", "when to ", "which "].contains(where: rest.hasPrefix)
    }

    /// Where in a line the words begin that set something aside; nil when none do.
    static func column(in line: String) -> Int? {
        let lower = line.lowercased().replacing("’", with: "'")
        let phrases = silences.filter { silence(lower, $0) } + quiet.filter(lower.holds) + verbs.filter(lower.holds)
        let starts = phrases.compactMap { lower.ranges(of: $0).first?.lowerBound }
        // Lower case may have another length than what is written; then the line is enough.
        guard let start = starts.min(), lower.unicodeScalars.count == line.unicodeScalars.count else { return nil }
        return lower.unicodeScalars.distance(from: lower.startIndex, to: start) + 1
    }

    private static func setsAside(_ line: String) -> Bool {
        guard verbs.contains(where: line.holds) else { return false }
        let words = words(of: line)
        for (index, word) in words.enumerated() where verbs.contains(word) {
            let next = words[(index + 1)...].prefix(6)
            guard let object = next.firstIndex(where: objects.contains),
                next[..<object].contains(where: qualifiers.contains)
            else {
                continue
            }
            if !denies(Array(words[..<index].suffix(8))), !isQuoted(line, [word]) { return true }
        }
        return false
    }

    /// Whether a line has the agent fetch something from a network and act on what it says.
    static func importsRemote(_ line: String) -> Bool {
        let lower = line.lowercased()
        if lower.hasPrefix("@http://") || lower.hasPrefix("@https://") { return true }
        guard lower.holds("http://") || lower.holds("https://") else { return false }
        let words = words(of: lower)
        let fetches = ["fetch", "download", "curl", "wget", "retrieve", "read", "load", "get", "open"].contains(
            where: words.contains)
        let obeys =
            ["follow", "obey", "execute", "apply"].contains(where: words.contains)
            && ["instructions", "instruction", "steps", "rules", "prompt", "it", "them", "directions"].contains(
                where: words.contains)
        return fetches && obeys && !denies(words)
    }

    private static func words(of line: String) -> [String] {
        line.split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "-") }.map(String.init)
    }

    private static func denies(_ words: [String]) -> Bool { words.contains(where: denials.contains) }

    /// Whether a phrase stands in quotation marks right before it.
    private static func isQuoted(_ line: String, _ phrases: [String]) -> Bool {
        phrases.contains { phrase in
            guard let range = line.ranges(of: phrase).first, range.lowerBound > line.startIndex else { return false }
            return "\"'`“‘«".contains(line[line.index(before: range.lowerBound)])
        }
    }
}
