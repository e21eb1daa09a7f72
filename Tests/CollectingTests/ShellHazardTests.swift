import Testing

@testable import Collecting

/// What command patterns really let through.
@Suite struct ShellHazardTests {
    @Test(arguments: [
        ("*", "arbitrary-code"), ("* --version", "arbitrary-code"), ("bash *", "arbitrary-code"),
        ("sh -c *", "arbitrary-code"),
        ("python3 *", "arbitrary-code"), ("python3 -c *", "arbitrary-code"), ("python3 -m *", "arbitrary-code"),
        ("node *", "arbitrary-code"), ("node -e *", "arbitrary-code"), ("npx *", "arbitrary-code"),
        ("npx tsx *", "arbitrary-code"), ("uvx *", "arbitrary-code"), ("xargs *", "arbitrary-code"),
        ("env *", "arbitrary-code"), ("find *", "arbitrary-code"), ("find . -name *", "arbitrary-code"),
        ("sed *", "arbitrary-code"), ("awk *", "arbitrary-code"), ("docker *", "arbitrary-code"),
        ("docker run *", "arbitrary-code"), ("docker exec *", "arbitrary-code"), ("make *", "arbitrary-code"),
        ("npm *", "arbitrary-code"), ("npm run *", "arbitrary-code"), ("pnpm exec *", "arbitrary-code"),
        ("uv *", "arbitrary-code"), ("uv run *", "arbitrary-code"), ("poetry run *", "arbitrary-code"),
        ("cargo *", "arbitrary-code"), ("cargo run *", "arbitrary-code"), ("git *", "arbitrary-code"),
        ("git -c *", "arbitrary-code"), ("git config *", "arbitrary-code"), ("gh *", "arbitrary-code"),
        ("gh extension exec *", "arbitrary-code"), ("ssh *", "arbitrary-code"), ("eval *", "arbitrary-code"),
        ("perl *", "arbitrary-code"), ("timeout 30 *", "arbitrary-code"), ("./scripts/*", "arbitrary-code"),
        ("devbox run *", "arbitrary-code"), ("kubectl exec *", "arbitrary-code"), ("npm*", "arbitrary-code"),
        ("NODE_ENV=test node *", "arbitrary-code"), ("/usr/bin/python3 *", "arbitrary-code"),
    ])
    func whatRunsItsArgumentsIsArbitraryCode(pattern: String, hazard: String) {
        #expect(ShellHazard.of(pattern).rawValue == hazard)
    }

    @Test(arguments: [
        ("sudo ls", "privilege"), ("chmod *", "write"), ("chmod +x run.sh", "write"), ("rm *", "destructive"),
        ("rm -rf node_modules", "destructive"), ("git reset *", "destructive"), ("git reset --hard", "destructive"),
        ("kubectl delete *", "destructive"), ("kubectl *", "arbitrary-code"), ("terraform apply *", "destructive"),
        ("terraform destroy", "destructive"), ("dd *", "destructive"), ("mv *", "write"), ("mv a b", "write"),
        ("find . -delete", "destructive"), ("aws s3 rm *", "destructive"), ("aws s3 ls *", "read"),
        ("aws iam delete-user *", "destructive"), ("aws *", "arbitrary-code"), ("curl *", "network"),
        ("curl * x", "network"), ("python3 -m http.server *", "network"), ("git fetch", "network"),
        ("git push", "publish"), ("git -C sub push", "publish"),
        ("npm publish", "publish"),
        ("gh pr merge *", "publish"), ("gh pr *", "publish"), ("gh pr mer*", "publish"), ("gh run rerun 7", "publish"),
        ("gh run job view *", "write"), ("gh pr check *", "write"), ("gh pr check*", "publish"),
        ("gh run --help *", "none"), ("git remote -v", "none"), ("npm ci", "write"), ("npm clean-install *", "write"),
        ("gh release *", "destructive"),
        ("pip install *", "install"), ("npx claude-flow *", "install"), ("uvx ruff@0.13.0 *", "install"),
        ("npm install *", "install"), ("npm i", "install"), ("yarn", "install"),
        ("pnpm --filter web add *", "install"), ("npx some-tool@latest run", "install"), ("uv sync *", "write"),
        ("printenv *", "secrets"), ("printenv", "secrets"), ("env", "secrets"), ("cat ~/.ssh/id_rsa", "secrets"),
        ("cat .env", "secrets"), ("cat .env.example", "read"), ("gh auth token", "secrets"),
        ("git commit *", "write"), ("git add *", "write"), ("mkdir *", "write"), ("some-unknown-tool *", "write"),
        ("pytest *", "write"), ("npm test *", "write"), ("npm run test *", "write"), ("pnpm vitest *", "write"),
        ("pnpm -w run lint *", "write"), ("uv run pytest *", "write"), ("npx tsc *", "write"),
        ("node check.js *", "write"), ("bash build.sh *", "write"),
        ("cat *", "read"), ("git diff", "read"), ("git log", "read"), ("rg x", "read"), ("gh pr view *", "read"),
        ("ls *", "none"), ("pwd", "none"), ("git status", "none"), ("git status *", "none"), ("npm test", "none"),
        ("npm run lint", "none"), ("python3 --version", "none"), ("timeout 30 ls *", "none"), ("", "none"),
    ])
    func patternsAreWhatTheyOpen(pattern: String, hazard: String) {
        #expect(ShellHazard.of(pattern).rawValue == hazard)
    }

    @Test(arguments: [
        ("cd x && git push", "publish"), ("ls; rm -rf y", "destructive"), ("ls | xargs rm", "destructive"),
        ("echo $(cat .env)", "secrets"), ("echo `sudo ls`", "privilege"), ("bash -c 'rm -rf x'", "destructive"),
        ("echo 'rm -rf x'", "none"), ("echo \"a; rm -rf x\"", "none"), ("wc -l # rm -rf x", "none"),
        ("cat <<EOF\nrm -rf x\nEOF", "read"), ("ls 2>&1 >out", "none"), ("echo \"$(rm -rf x)\"", "destructive"),
    ])
    func compoundLinesAreTheirWorstPart(line: String, hazard: String) {
        #expect(ShellHazard.of(line).rawValue == hazard)
    }

    @Test func hostileNestingEnds() {
        let deep = String(repeating: "$(", count: 20_000) + "x" + String(repeating: ")", count: 20_000)
        #expect(ShellScript("echo " + deep).commands.count == 1)
        #expect(ShellScript("'").commands.count == 1)
        #expect(ShellScript("$(").commands.count == 1)
        #expect(ShellScript("<<").commands.isEmpty)
    }

    @Test(arguments: [
        ("git *", "git push *", true), ("git *", "git", true), ("git *", "gitk", false), ("git*", "gitk", true),
        ("git push *", "git *", false), ("npm run test", "npm run test", true), ("*", "x", true), ("a*c", "abc", true),
        ("a*c", "abd", false), ("ls *", "ls * *", true),
    ])
    func oneWildcardCoversAnother(pattern: String, other: String, covers: Bool) {
        #expect(Wildcard.covers(pattern, other) == covers)
    }
}
