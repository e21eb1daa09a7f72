/// Options of ordinary programs that name another program to run: <https://gtfobins.github.io>.
enum ShellOptionTable {
    /// The options, by program.
    static let running: [String: Set<String>] = [
        "rg": ["--pre", "--hostname-bin"], "ag": ["--pager"], "ack": ["--pager"], "bat": ["--pager"],
        "sort": ["--compress-program"], "split": ["--filter"], "man": ["-P", "--pager", "-H", "--html"],
        "tar": [
            "--to-command", "--checkpoint-action", "-I", "--use-compress-program", "--rsh-command", "-F",
            "--info-script", "--new-volume-script",
        ],
        "zip": ["-TT", "--unzip-command"], "rsync": ["-e", "--rsh"], "scp": ["-S"], "sftp": ["-S"],
        "ssh": ["-o"], "wget": ["--use-askpass"], "gcc": ["-wrapper"], "g++": ["-wrapper"], "cc": ["-wrapper"],
        "fzf": ["--preview", "--bind"], "nc": ["-e", "-c"], "ncat": ["-e", "-c", "--exec", "--sh-exec"],
        "pandoc": ["--filter", "-F", "--pdf-engine"], "git-archive": ["--exec"], "crontab": ["-e"],
        "go": ["-exec", "-toolexec", "-vettool"],
    ]

    /// The values that some options have on a line, behind `=` or as the next word.
    static func values(of options: Set<String>, in arguments: [String]) -> [String] {
        arguments.enumerated().compactMap { place, word in
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let name = parts.first, options.contains(name) else { return nil }
            let value = parts.count > 1 ? parts[1] : place + 1 < arguments.count ? arguments[place + 1] : ""
            // `--checkpoint-action=exec=…`, `-o ProxyCommand=…`; other settings of ssh and tar run nothing.
            let lower = value.lowercased()
            if name == "--checkpoint-action" { return lower.hasPrefix("exec=") ? String(value.dropFirst(5)) : nil }
            if name == "-o" {
                let isCommand = ["proxycommand", "localcommand", "knownhostscommand"].contains(where: lower.hasPrefix)
                return isCommand ? String(value.drop { $0 != "=" && $0 != " " }.dropFirst()) : nil
            }
            return value
        }
    }
}
