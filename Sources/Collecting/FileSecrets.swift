/// The secrets of one file: long ones are hidden wherever they stand, short ones where they were found.
///
/// A short secret may be a word that stands elsewhere too, and means something else there.
struct FileSecrets: Sendable {
    /// The shortest text that is hidden in the whole file.
    static let longEnough = 8

    /// Secrets that no line of the file may show, longest first.
    private(set) var anywhere: [String] = []
    /// Short secrets, by the line of the value that holds them.
    private(set) var byLine: [Int: [String]] = [:]

    var isEmpty: Bool { anywhere.isEmpty && byLine.isEmpty }

    /// Adds a secret that was found in the value at a line.
    mutating func add(_ secret: String, line: Int) {
        guard secret.utf8.count < Self.longEnough else { return add(secret) }
        if byLine[line]?.contains(secret) != true { byLine[line, default: []].append(secret) }
    }

    /// Adds a secret that no line may show, however short: an option with its password is no word of its own.
    mutating func add(_ secret: String) {
        guard !anywhere.contains(secret) else { return }
        anywhere.append(secret)
        anywhere.sort { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    /// The secrets that may stand in text that was read at a line.
    func hidden(at line: Int?) -> [String] {
        guard let line, let short = byLine[line] else { return anywhere }
        return anywhere + short
    }
}
