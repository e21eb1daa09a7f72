internal import Glibc

/// The processor cores that work is spread over.
public enum Cores {
    /// How many there are, at least one.
    public static let count = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}
