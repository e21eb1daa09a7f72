/// What programs can do: the one table behind the column `permission.hazard`.
///
/// Each group gives the hazard when a pattern leaves the arguments open, that of a fixed command line, and the names.
/// Programs that run what their arguments say are arbitrary code, however harmless their usual work is:
/// <https://gtfobins.github.io> lists how (`find -exec`, `awk system()`, `git -c alias`, `tar --checkpoint-action`).
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
            mawk nawk sed gsed find fd gfind npm yarn pnpm uv poetry pipenv rye hatch pdm cargo go gradle gradlew
            mvn mvnw ant sbt bazel mix bundle turbo nx lerna kubectl helm ansible ansible-playbook aws gcloud az
            doctl ssh autossh git gh glab jj hg svn code cursor claude codex gemini start-process
            invoke-expression
            """
        ),
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
            psql mysql mariadb mongo mongosh redis-cli sqlite3 sqlcmd terraform
            tofu terragrunt
            """
        ),
        (
            .network, .network,
            """
            curl wget nc ncat netcat socat telnet ftp sftp scp rsync http https httpie xh aria2c ping dig nslookup
            host traceroute openssl lynx w3m links doggo ngrok cloudflared iwr irm invoke-webrequest
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
            pytest jest vitest mocha ava tap playwright cypress karma phpunit rspec ctest tox nox unittest eslint
            prettier biome tsc vue-tsc ruff black isort mypy pyright basedpyright flake8 pylint shellcheck stylua
            rustfmt gofmt goimports golangci-lint stylelint hadolint yamllint markdownlint shfmt clang-format
            swiftlint swift-format ktlint cmake ninja msbuild xcodebuild cl gcc g++ clang clang++ cc rustc javac
            vite webpack rollup esbuild next tsup swc babel mkdocs sphinx pre-commit lint-staged
            """
        ),
        (
            .write, .write,
            """
            cp mv chmod xattr kill pkill killall taskkill mkdir touch tee ln patch tar unzip zip gzip gunzip bzip2 xz 7z rename stow chezmoi pandoc convert
            ffmpeg inotifywait
            """
        ),
        (
            .read, .read,
            """
            cat head tail less more bat strings xxd hexdump od base64 grep egrep fgrep rg ag ack jq yq xmllint
            diff cmp comm journalctl dmesg lsof ps ss netstat ast-grep sg fzf get-content get-childitem get-item
            select-string type dir
            """
        ),
        (
            .none, .none,
            """
            ls ll pwd echo printf wc which where whereis whoami id groups date cal tree stat file du df test [ [[
            true false sort uniq basename dirname realpath readlink cd pushd popd sleep seq uname hostname nproc
            uptime top htop free column tr cut paste nl tac rev fold expand fmt jobs history clear tput man help
            done fi then do else esac for bc expr cloc tokei scc md5sum sha1sum sha256sum cksum locale arch tty :
            zoxide export set nul wait
            """
        ),
    ])

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
