/// What programs can do: the one table behind the column `permission.hazard`.
///
/// Each group gives the hazard when a pattern leaves the arguments open, that of a fixed command line, and the names.
/// Programs that run what their arguments say are arbitrary code, however harmless their usual work is:
/// <https://gtfobins.github.io> lists how (`find -exec`, `awk system()`, `git -c alias`, `tar --checkpoint-action`).
/// Programs that test, lint or build run the project's own code by design, and count as what they write.
enum ShellHazardTable {
    typealias Entry = (open: ShellHazard, fixed: ShellHazard)

    /// Programs by name.
    static let programs: [String: Entry] = index([
        (
            .arbitraryCode, .write,
            """
            bash sh zsh fish dash ksh csh tcsh pwsh powershell cmd python python2 python3 py pypy node nodejs deno
            bun tsx ts-node ruby irb perl php lua luajit osascript rscript julia groovy scala jshell swift ghci
            runghc erl elixir iex racket tclsh expect gdb lldb java kotlin dotnet mono
            """
        ),
        (
            .arbitraryCode, .write,
            """
            xargs eval exec source . docker podman nerdctl docker-compose make gmake just task rake parallel entr
            watch watchexec setsid ionice flock chroot unshare nsenter script at batch crontab systemd-run direnv
            devbox mise asdf nix nix-shell conda mamba micromamba tmux screen vim vi nvim emacs ed nano awk gawk
            mawk nawk sed gsed find fd fdfind gfind npm yarn pnpm uv poetry pipenv rye hatch pdm cargo go gradle
            gradlew mvn mvnw ant sbt bazel mix bundle turbo nx lerna kubectl helm ansible ansible-playbook aws
            gcloud az doctl git gh glab jj hg svn code cursor claude codex gemini start-process
            invoke-expression tar zip split chezmoi pandoc rename gcc g++ cc cmake ninja msbuild psql mysql mariadb
            mongo mongosh sqlite3 sqlcmd pylint rustc busybox sshpass ctest
            """
        ),
        // Harmless as they are meant, with an option that runs a program.
        (.arbitraryCode, .read, "rg ag ack bat fzf"),
        (.arbitraryCode, .none, "sort man"),
        (.arbitraryCode, .network, "ssh autossh wget rsync scp sftp ftp nc ncat netcat socat telnet"),
        (.arbitraryCode, .install, "npx bunx pnpx uvx pipx"),
        (.privilege, .privilege, "sudo su doas pkexec runas passwd useradd usermod userdel visudo setcap"),
        (
            .privilege, .write,
            """
            chown chgrp mount umount setfacl systemctl service launchctl iptables ufw sysctl
            """
        ),
        (
            .destructive, .destructive,
            """
            rm rmdir dd shred mkfs wipefs fdisk parted truncate unlink srm shutdown reboot halt poweroff
            remove-item dropdb
            """
        ),
        (
            .destructive, .write,
            """
            redis-cli terraform tofu terragrunt
            """
        ),
        (
            .network, .network,
            """
            curl http https httpie xh aria2c ping dig nslookup drill dog resolvectl
            host traceroute tracepath mtr whois openssl lynx w3m links doggo ngrok cloudflared iwr irm invoke-webrequest
            invoke-restmethod start-bitstransfer smbclient
            """
        ),
        (
            .publish, .publish,
            """
            twine vercel netlify wrangler firebase heroku fly flyctl serverless sls sam cdk pulumi supabase
            amplify railway eb mail sendmail mutt msmtp
            """
        ),
        (
            .install, .install,
            """
            pip pip3 apt apt-get aptitude dpkg yum dnf rpm pacman apk snap flatpak brew gem choco winget scoop
            cpan luarocks composer install-module nvm fnm pyenv rbenv rustup
            """
        ),
        (.secrets, .secrets, "printenv env security op vault pass gpg secret-tool keyring cmdkey bw"),
        (
            .write, .none,
            """
            pytest jest vitest mocha ava tap playwright cypress karma phpunit rspec tox nox unittest eslint
            prettier biome tsc vue-tsc ruff black isort mypy pyright basedpyright flake8 shellcheck stylua
            rustfmt gofmt goimports golangci-lint stylelint hadolint yamllint markdownlint shfmt clang-format
            swiftlint swift-format ktlint xcodebuild cl clang clang++ javac
            vite webpack rollup esbuild next tsup swc babel mkdocs sphinx pre-commit lint-staged
            """
        ),
        (
            .write, .write,
            """
            cp mv chmod xattr kill pkill killall taskkill mkdir touch tee ln patch install unzip gzip gunzip bzip2 xz
            7z stow convert ffmpeg inotifywait
            """
        ),
        (
            .read, .read,
            """
            cat head tail less more strings hexdump od base64 grep egrep fgrep jq
            diff cmp comm journalctl dmesg lsof ps ss netstat get-content get-childitem get-item
            select-string type dir
            """
        ),
        (.write, .read, "yq xxd xmllint ast-grep sg uniq tree"),
        (.read, .none, "cut paste nl tac rev fold expand fmt column"),
        (
            .none, .none,
            """
            ls ll pwd echo printf wc which where whereis whoami id groups date cal stat file du df test [ [[
            true false basename dirname realpath readlink cd pushd popd sleep seq uname hostname nproc
            uptime top htop free tr jobs history clear tput help
            done fi then do else esac for bc expr cloc tokei scc md5sum sha1sum sha256sum cksum locale arch tty :
            zoxide export set nul wait
            """
        ),
    ])

    /// Programs that push, release or deploy among much else.
    static let publishers: Set<String> = [
        "git", "gh", "glab", "jj", "hg", "svn", "aws", "gcloud", "az", "kubectl", "helm",
    ]

    /// Programs that only pass the rest of their words on.
    static let wrappers: Set<String> = [
        "timeout", "time", "nice", "nohup", "stdbuf", "command", "builtin", "noglob", "caffeinate",
    ]

    private static func index(_ groups: [(ShellHazard, ShellHazard, String)]) -> [String: Entry] {
        var entries: [String: Entry] = [:]
        for (open, fixed, names) in groups {
            for name in names.split(whereSeparator: \.isWhitespace) { entries[String(name)] = (open, fixed) }
        }
        return entries
    }
}
