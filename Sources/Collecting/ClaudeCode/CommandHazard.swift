/// The worst that a command pattern lets through, seen through interpreters and command runners.
enum CommandHazard {
    private static let first: [String: String] = {
        let groups: [(String, String)] = [
            ("arbitrary-code", "bash sh zsh fish pwsh powershell cmd python python3 py node deno bun tsx ts-node ruby perl php lua osascript xargs env eval exec source npx bunx pnpx uvx pipx docker podman docker-compose make just task ssh nohup time watch parallel awk gawk sed find npm yarn pnpm uv cargo go gradle mvn poetry rake dotnet java kubectl terraform aws gcloud az supabase vercel screen tmux vim"),
            ("privilege", "sudo su doas chmod chown mount setfacl passwd useradd"),
            ("destructive", "rm rmdir dd mkfs shred kill pkill killall truncate shutdown reboot mv"),
            ("network", "curl wget nc ncat scp sftp rsync ftp telnet http"),
            ("install", "pip pip3 apt apt-get brew gem choco winget"),
            ("write", "cp mkdir touch tee ln patch tar unzip zip"),
            ("read", "cat head tail less more strings printenv rg grep jq diff"),
            ("none", "ls pwd echo wc which where whoami date tree stat file du df test true false sort uniq basename dirname tsc eslint prettier"),
        ]
        return Dictionary(uniqueKeysWithValues: groups.flatMap { hazard, names in
            names.split(separator: " ").map { (String($0), hazard) }
        })
    }()

    /// Subcommands that mean something else than their program.
    private static let second: [String: String] = [
        "git push": "publish", "git reset": "destructive", "git clean": "destructive", "git rebase": "write", "git checkout": "write",
        "git restore": "destructive", "git rm": "destructive", "git add": "write", "git commit": "write", "git stash": "write",
        "git clone": "network", "git fetch": "network", "git pull": "network", "git merge": "write", "git status": "none",
        "git log": "read", "git diff": "read", "git show": "read", "git branch": "write", "git config": "arbitrary-code",
        "git ls-tree": "read", "git rev-parse": "none", "git remote": "network", "git tag": "write", "git bisect": "arbitrary-code",
        "gh api": "publish", "gh pr": "publish", "gh issue": "publish", "gh release": "publish", "gh repo": "publish",
        "gh workflow": "publish", "gh run": "read", "npm publish": "publish", "npm install": "install", "npm ci": "install",
        "npm test": "none", "pnpm install": "install", "pnpm add": "install", "yarn add": "install", "uv add": "install",
        "uv sync": "install", "uv pip": "install", "cargo publish": "publish", "cargo build": "none", "cargo check": "none",
        "kubectl delete": "destructive", "kubectl apply": "publish", "kubectl get": "read", "terraform apply": "publish",
        "terraform destroy": "destructive", "terraform plan": "read", "docker push": "publish", "docker ps": "none",
    ]

    /// The hazard of a command as a permission rule writes it, wildcards included.
    static func of(_ pattern: String) -> String {
        let words = pattern.split(whereSeparator: { $0 == " " || $0 == ":" }).map(String.init)
        guard let program = words.first.map({ String($0.split(separator: "/").last ?? "") }), program != "*" else {
            return "arbitrary-code"
        }
        let isOpen = pattern.contains("*")
        if words.count > 1, let hazard = second["\(program) \(words[1])"] {
            return hazard
        }
        if program == "git" || program == "gh" { return isOpen && words.count <= 2 ? "publish" : "write" }
        guard let hazard = first[program] else { return isOpen ? "write" : "none" }
        // Without a wildcard an interpreter runs the one thing that is written.
        return hazard == "arbitrary-code" && !isOpen ? "none" : hazard
    }
}
