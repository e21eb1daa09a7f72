/// What subcommands can do, where a program is as harmful as its subcommand.
///
/// Laid out as `ShellHazardTable`; a subcommand of two words is found before one of one word.
enum ShellSubcommandTable {
    /// Subcommands by program.
    static let programs: [String: [String: ShellHazardTable.Entry]] = {
        var tables = written.mapValues(index)
        for runner in ["pnpm", "yarn", "bun"] { tables[runner] = tables["npm"] }
        tables["pip3"] = tables["pip"]
        tables["podman"] = tables["docker"]
        tables["tofu"] = tables["terraform"]
        return tables
    }()

    private static let written: [String: [(ShellHazard, ShellHazard, String)]] = [
        "git": [
            (
                .none, .none,
                """
                status, rev-parse, remote get-url, remote show, worktree list, stash list, branch --show-current,
                remote -v, branch --list, version, --version, help, --help, check-ignore, check-attr, merge-base,
                rev-list, name-rev, cherry, count-objects, var, verify-commit, verify-tag
                """
            ),
            (
                .read, .read,
                """
                blame, ls-files, ls-tree, shortlog, describe, cat-file, reflog, config --get, config --get-all,
                config --list, show-ref, for-each-ref
                """
            ),
            // `--output` writes any file.
            (.write, .read, "diff, log, show, whatchanged, range-diff, stash show, diff-tree, diff-index, diff-files"),
            (
                .write, .write,
                """
                add, commit, stash, merge, cherry-pick, revert, tag, branch, mv, apply,
                am, init, worktree, notes, format-patch, bundle, update-index, sparse-checkout, lfs
                """
            ),
            (
                .destructive, .destructive,
                """
                reset, clean, rm, restore, prune, gc, update-ref, stash drop, stash clear, branch -D, branch -d,
                branch --delete, branch -f, branch -M, tag -d, tag --delete, tag -f, worktree remove, reflog expire,
                reflog delete, remote remove, remote rm
                """
            ),
            (.destructive, .write, "switch"),
            (.arbitraryCode, .destructive, "filter-branch, filter-repo"),
            (.secrets, .secrets, "credential, credential-store, credential-cache"),
            (.arbitraryCode, .publish, "send-email"),
            (.network, .network, "remote, submodule"),
            (.arbitraryCode, .write, "config, bisect, difftool, mergetool, hook, alias"),
            (.arbitraryCode, .arbitraryCode, "bisect run, submodule foreach"),
        ],
        "gh": [
            (
                .read, .read,
                """
                pr view, pr list, pr diff, pr checks, pr status, issue view, issue list, issue status, run view,
                run list, run watch, run logs, repo view, repo list, release view, release list, workflow view,
                workflow list, label list, search, auth status, status, cache list, project list, project view
                """
            ),
            (.write, .write, "pr checkout, run download, release download, repo clone, browse"),
            (
                .publish, .publish,
                """
                pr create, pr merge, pr close, pr reopen, pr edit, pr comment, pr review, pr ready, pr lock, pr unlock,
                pr revert, pr update-branch, issue create, issue close, issue reopen, issue edit, issue comment,
                issue transfer, issue lock, issue unlock, issue pin, issue unpin, issue develop, run rerun, run cancel,
                repo create, repo edit, repo fork, repo rename, repo sync, repo unarchive, repo deploy-key,
                release create, release edit, release upload, release delete-asset, workflow run, workflow enable,
                workflow disable, gist create, gist edit, gist delete, gist rename, secret set, secret delete,
                variable set, variable delete, label create, label edit, label clone
                """
            ),
            // What no release of it knows yet is neither harmless nor known to publish.
            (
                .publish, .write,
                "pr, issue, run, repo, release, workflow, gist, secret, variable, label, project, cache"
            ),
            (
                .destructive, .destructive,
                "repo delete, release delete, issue delete, repo archive, run delete, label delete, cache delete"
            ),
            (.arbitraryCode, .arbitraryCode, "extension, ext, alias, codespace"),
            (.secrets, .secrets, "auth token, auth"),
        ],
        "npm": [
            (
                .none, .none,
                """
                ls, list, why, explain, outdated, view, info, show, audit, licenses, ping, whoami, bin, root,
                prefix, -v, --version, help
                """
            ),
            (
                .write, .none,
                """
                test, t, tst, lint, typecheck, check, run test, run lint, run typecheck, run check, run format,
                run type-check, run build, build, format
                """
            ),
            (
                .write, .write,
                """
                version, pack, uninstall, remove, rm, un, link, config, set, cache, prune, dedupe, rebuild,
                shrinkwrap, import, patch, approve-builds, store
                """
            ),
            (.write, .write, "ci, clean-install"),
            (.install, .install, "install, i, add, update, up, upgrade, install-test, global"),
            (
                .publish, .publish,
                """
                publish, unpublish, deprecate, dist-tag, owner, access, login, token, run deploy, run release,
                run publish, deploy, release
                """
            ),
            (.arbitraryCode, .write, "run, run-script, start, restart, dev, workspace, workspaces"),
            (.arbitraryCode, .install, "exec, x, dlx, create, init"),
        ],
        "pip": [
            (.none, .none, "list, show, freeze, check, --version"),
            (.write, .write, "uninstall, cache, config"),
            (.install, .install, "install, download, wheel"),
        ],
        "uv": [
            (.none, .none, "tree, version, --version, pip list, pip show, pip freeze, python list"),
            (.write, .write, "remove, lock, sync, venv, init, build, cache, export, format"),
            (.install, .install, "add, pip, tool install, tool upgrade, python, self"),
            (.publish, .publish, "publish"),
            (.arbitraryCode, .write, "run"),
            (.arbitraryCode, .install, "tool, x, tool run"),
        ],
        "cargo": [
            (.none, .none, "tree, metadata, search, --version, version, locate-project"),
            (.write, .none, "build, b, check, c, clippy, fmt, doc, test, t, bench, nextest, audit, deny"),
            (.write, .write, "clean, update, fix, new, init, vendor, remove, generate-lockfile"),
            (.install, .install, "install, add, fetch"),
            (.publish, .publish, "publish, yank, owner, login"),
            (.arbitraryCode, .write, "run, r, xtask, make, script"),
        ],
        "go": [
            (.none, .none, "version, env, list, doc"),
            (.write, .none, "build, vet, fmt, test, mod, work, clean"),
            (.install, .install, "get, install"),
            (.arbitraryCode, .write, "run, generate, tool"),
        ],
        "docker": [
            (
                .read, .read,
                """
                ps, images, logs, inspect, version, info, top, stats, port, history, search, compose ps,
                compose logs, compose config, container ls, image ls, volume ls, network ls
                """
            ),
            (
                .destructive, .destructive,
                """
                rm, rmi, kill, stop, system prune, volume rm, volume prune, image prune, container prune,
                network rm, compose down, compose rm, swarm
                """
            ),
            (.publish, .publish, "push, login"),
            (.install, .install, "pull"),
            (.write, .write, "tag, save, load, export, import, compose stop"),
            (
                .arbitraryCode, .write,
                """
                run, exec, build, buildx, compose, start, restart, create, cp, attach, compose up, compose build
                """
            ),
        ],
        "kubectl": [
            (
                .read, .read,
                """
                get, describe, logs, top, version, explain, api-resources, cluster-info, config view,
                rollout status, diff, wait, auth can-i
                """
            ),
            (.secrets, .secrets, "get secret, get secrets, describe secret"),
            (.destructive, .destructive, "delete, drain, cordon, taint"),
            (
                .publish, .publish,
                """
                apply, create, patch, replace, scale, rollout, set, edit, label, annotate, expose, autoscale
                """
            ),
            (.arbitraryCode, .arbitraryCode, "exec, run, cp, debug, attach, port-forward, proxy"),
            (.write, .write, "config"),
        ],
        "helm": [
            (.read, .read, "list, status, get, show, history, template, lint, search, version"),
            (.destructive, .destructive, "uninstall, delete, rollback"),
            (.publish, .publish, "install, upgrade, push"),
        ],
        "terraform": [
            (
                .read, .read,
                """
                plan, validate, fmt, show, output, graph, version, providers, state list, state show,
                workspace list
                """
            ),
            (.install, .install, "init, get"),
            (.destructive, .destructive, "apply, destroy, taint, state, import, workspace, force-unlock"),
        ],
        "aws": [
            (.read, .read, "s3 ls, sts get-caller-identity, logs tail"),
            (.destructive, .destructive, "s3 rm, s3 rb, s3 mv"),
            (.publish, .publish, "s3 cp, s3 sync, s3 mb"),
            (.secrets, .secrets, "secretsmanager, configure, ssm get-parameter"),
        ],
        "gcloud": [
            (.secrets, .secrets, "auth"),
            (.read, .read, "config list, info, projects list"),
            (.arbitraryCode, .arbitraryCode, "compute ssh"),
        ],
        "bundle": [
            (.install, .install, "install, add, update"),
            (.arbitraryCode, .write, "exec"),
            (.none, .none, "list, show, info, check, outdated"),
        ],
        "poetry": [
            (.install, .install, "add, install, update"),
            (.none, .none, "show, check, env info"),
            (.write, .write, "lock, remove, build"),
            (.publish, .publish, "publish"),
        ],
        "brew": [
            (.none, .none, "list, info, search, doctor, outdated, deps"),
            (.write, .write, "uninstall, cleanup"),
        ],
        "apt": [
            (.none, .none, "list, show, search")
        ],
        "systemctl": [
            (.read, .read, "status, list-units, is-active, show, cat")
        ],
        "dotnet": [
            (.write, .none, "build, test, format"),
            (.install, .install, "add, restore, tool"),
            (.publish, .publish, "publish, nuget push"),
            (.none, .none, "--version, list, --info"),
        ],
        "claude": [
            (.none, .none, "--version, doctor"),
            (.write, .write, "mcp, config, plugin"),
        ],
        "swift": [
            (.write, .none, "build, test, format"),
            (.arbitraryCode, .write, "run"),
        ],
    ]

    private static func index(_ groups: [(ShellHazard, ShellHazard, String)]) -> [String: ShellHazardTable.Entry] {
        var entries: [String: ShellHazardTable.Entry] = [:]
        for (open, fixed, names) in groups {
            for name in names.split(separator: ",") {
                entries[name.split(whereSeparator: \.isWhitespace).joined(separator: " ")] = (open, fixed)
            }
        }
        return entries
    }
}
