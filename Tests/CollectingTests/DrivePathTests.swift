import Compliance
import Testing

@testable import Collecting

/// Paths of Windows in rules of Claude Code, which compares them in the form of POSIX.
@Suite struct DrivePathTests {
    @Test(arguments: [
        ("Read(C:/Users/x/.ssh/**)", "a path of a drive is written //c/…"),
        ("Edit(d:/work/**)", "a path of a drive is written //d/…"),
        ("Read(C:\\work\\x)", "a path of a drive is written //c/…"),
        ("Read(/C:/work/**)", "a path of a drive is written //c/…"), ("Edit(Z:)", "a path of a drive is written //z/…"),
        ("Read(//c/work/**)", nil), ("Read(ab:/work)", nil), ("Read(c:x)", nil), ("Read(1:/x)", nil), ("Read(:)", nil),
        ("Read(c)", nil), ("Bash(C:/tools/x.exe)", nil),
    ])
    func aDriveIsAFolderOfTheRoot(rule: String, reason: String?) {
        for effect in ["allow", "ask", "deny"] { #expect(PermissionRule(rule, effect: effect).ignored == reason) }
    }

    @Test func aDenialOfADriveClosesNothing() throws {
        let evidence = try Workspace([
            ".claude/settings.json": "{\"permissions\": {\"deny\": [\n \"Read(C:/Users/x/.ssh/**)\"]}}"
        ]).collect()
        let row = try #require(evidence[.permission].first { $0["effect"] == "deny" })
        #expect(row["effective"] == false)
        #expect(row.line == 2)
    }
}
