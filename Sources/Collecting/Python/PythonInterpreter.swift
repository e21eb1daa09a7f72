internal import Glibc

/// The Python that reads Python: its own parser, in a process that sees no site packages and no environment.
public enum PythonInterpreter {
    /// The path of `python3`: that of the system first, else the first in `PATH`; nil when there is none.
    ///
    /// Only absolute folders of `PATH` count, so that no folder decides which program runs.
    public static var path: String? {
        let search = getenv("PATH").map { String(cString: $0) } ?? ""
        let folders = ["/usr/bin", "/usr/local/bin"] + search.split(separator: ":").map(String.init)
        return folders.filter { $0.hasPrefix("/") }.map { $0 + "/python3" }.first { access($0, X_OK) == 0 }
    }
}
