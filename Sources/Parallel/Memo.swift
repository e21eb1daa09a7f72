internal import Synchronization

/// What was found before, kept for all who ask the same.
///
/// Everyone gets the same value, also who asks while another still works it out: then the first to finish counts.
public final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let known = Mutex<[Key: Value]>([:])

    /// Nothing found yet.
    public init() {}

    /// The value that was found for a key, or what `find` makes of it.
    public func value(of key: Key, _ find: () -> Value) -> Value {
        if let value = known.withLock({ $0[key] }) { return value }
        let found = find()
        return known.withLock { all in
            if let first = all[key] { return first }
            all[key] = found
            return found
        }
    }
}
