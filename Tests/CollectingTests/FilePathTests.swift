import Testing

@testable import Collecting

@Suite("Paths")
struct FilePathTests {
    @Test(
        "end with whole components",
        arguments: [
            ("a/.claude/settings.json", ".claude/settings.json", true),
            (".claude/settings.json", "settings.json", true),
            ("a/my.claude/settings.json", ".claude/settings.json", false), ("settings.json", "a/settings.json", false),
            ("a/b", "a/b", true), ("x/a/b", "a/b", true), ("b", "ab", false), ("ab", "b", false), ("é/ü", "é/ü", true),
            ("", "a", false),
        ])
    func suffixes(path: String, suffix: String, expected: Bool) {
        #expect(FilePath(path).ends(with: suffix) == expected)
    }
}
