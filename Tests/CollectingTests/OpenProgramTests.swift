import Testing

@testable import Collecting

/// Programs that push and deploy among much else, left open by a rule.
@Suite struct OpenProgramTests {
    @Test(arguments: [
        ("git *", "publish"), ("gh *", "publish"), ("aws *", "publish"), ("timeout 5 kubectl *", "publish"),
        ("/usr/bin/git *", "publish"), ("git status *", "none"), ("git", "none"), ("ls *", "none"),
        ("*", "arbitrary-code"),
        ("gitk *", "write"),
    ])
    func whatTheyAreUsedForIsPublishing(pattern: String, hazard: String) {
        #expect(ShellHazard.ordinary(pattern).rawValue == hazard)
    }

    /// `--build-and-test … --test-command` and `-S` run what they name.
    ///
    /// <https://cmake.org/cmake/help/latest/manual/ctest.1.html>
    @Test func theTestRunnerOfCMakeRunsAnything() {
        #expect(ShellHazard.of("ctest *") == .arbitraryCode)
        #expect(ShellHazard.of("ctest") == .write)
    }
}
