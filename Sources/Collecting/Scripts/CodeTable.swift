/// What calls of well-known modules do, in Python and JavaScript.
enum CodeTable {
    /// Start another program.
    static let commands: Set<String> = index(
        """
        os.system os.popen os.execv os.execve os.execvp os.execl os.execlp os.spawnv os.spawnl os.startfile
        subprocess.run subprocess.call subprocess.check_call subprocess.check_output subprocess.Popen
        subprocess.getoutput subprocess.getstatusoutput asyncio.create_subprocess_shell
        asyncio.create_subprocess_exec pty.spawn
        child_process.exec child_process.execSync child_process.spawn child_process.spawnSync
        child_process.execFile child_process.execFileSync child_process.fork Bun.spawn Bun.spawnSync Bun.$
        Deno.Command execa execa.execa execa.execaSync zx.$ shelljs.exec
        """)

    /// Run text that is not code where it stands.
    static let dynamic: Set<String> = index(
        """
        eval exec compile __import__ importlib.import_module pickle.loads pickle.load marshal.loads runpy.run_path
        runpy.run_module Function vm.runInThisContext vm.runInNewContext vm.runInContext vm.Script
        """)

    /// Connect to other machines; a name that ends in a dot stands for all below it.
    private static let network = index(
        """
        urllib.request. urllib3. requests. httpx. aiohttp. http.client. socket.socket socket.create_connection
        smtplib. ftplib. paramiko. websocket. websockets. xmlrpc.client. boto3. openai. anthropic. slack_sdk.
        fetch axios axios. got got. undici. http.request http.get https.request https.get net.connect
        net.createConnection tls.connect dgram. dns. XMLHttpRequest WebSocket node-fetch nodemailer. ws. EventSource
        navigator.sendBeacon
        """)

    /// Read a file that an argument names.
    static let readers: Set<String> = index(
        """
        open io.open codecs.open pathlib.Path Path shutil.copy shutil.copyfile shutil.copytree json.load
        os.path.expanduser fs.readFileSync fs.readFile fs.createReadStream fs.copyFileSync fs.copyFile fs.cpSync
        fs.promises.readFile fs/promises.readFile Bun.file Deno.readTextFile Deno.readFile dotenv.config
        dotenv.load_dotenv dotenv.dotenv_values
        """)

    /// Write a file that an argument names; `open` and `Path` are looked at more closely.
    static let writers: Set<String> = index(
        """
        shutil.copy shutil.copyfile shutil.move os.rename os.replace fs.writeFileSync fs.writeFile fs.appendFileSync
        fs.appendFile fs.createWriteStream fs.copyFileSync fs.copyFile fs.renameSync fs.rename fs.cpSync
        fs.promises.writeFile fs/promises.writeFile Bun.write Deno.writeTextFile Deno.writeFile
        """)

    static let destroyers: Set<String> = index("shutil.rmtree fs-extra.remove fs-extra.removeSync rimraf rimraf.rimraf")
    static let elevators: Set<String> = index("os.setuid os.seteuid os.chown process.setuid process.seteuid")

    /// Modules whose calls are in these tables, or do nothing of the kind.
    private static let known = index(
        """
        json sys os re pathlib datetime time subprocess typing typing_extensions dataclasses hashlib argparse logging
        shutil tempfile collections itertools functools enum io textwrap fnmatch glob shlex string math random uuid
        urllib urllib3 http socket platform getpass traceback contextlib abc copy csv difflib base64 html secrets
        sqlite3 statistics struct threading queue signal select warnings zoneinfo tomllib unicodedata concurrent
        asyncio configparser __future__ types operator inspect codecs locale errno fcntl heapq bisect calendar
        decimal fractions numbers pprint zlib gzip zipfile tarfile smtplib ftplib ssl email mimetypes pty pickle
        marshal runpy importlib xmlrpc xml yaml requests httpx aiohttp paramiko websocket websockets boto3 openai
        anthropic slack_sdk dotenv
        fs fs/promises path child_process util url crypto events stream readline assert buffer process perf_hooks
        worker_threads timers timers/promises https net tls dgram dns vm zlib tty axios got undici node-fetch
        nodemailer ws execa zx shelljs fs-extra rimraf bun
        """)

    static func connects(_ name: String) -> Bool {
        network.contains(name) || network.contains { $0.hasSuffix(".") && name.hasPrefix($0) }
    }

    /// Whether the reading knows what a module can do.
    static func isKnown(_ module: String) -> Bool {
        known.contains(module) || known.contains(String(module.prefix { $0 != "." })) && !module.hasPrefix(".")
    }

    /// Whether a path is that of files which decide what an agent may do.
    static func isSettings(_ path: String) -> Bool {
        [
            ".claude/settings", ".claude.json", ".mcp.json", ".claude/hooks", ".claude/agents", ".codex/",
            ".cursor/mcp.json",
            ".cursor/hooks.json", ".cursor/permissions.json", ".gemini/settings.json", ".vscode/settings.json",
            ".vscode/mcp.json", "opencode.json", ".git/hooks", ".github/workflows", ".bashrc", ".zshrc", ".profile",
        ].contains { path.holds($0) }
    }

    private static func index(_ names: String) -> Set<String> {
        Set(names.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
