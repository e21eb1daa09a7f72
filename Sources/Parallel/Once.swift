internal import Synchronization

/// A value that is worked out when somebody first asks for it, and once for all who do.
public final class Once<Value: Sendable>: Sendable {
    private let content = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    /// A value that is not worked out yet.
    public init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
    }

    /// The value; who asks while another works it out waits for it.
    public var value: Value {
        content.withLock { content in
            if let content { return content }
            let made = make()
            content = made
            return made
        }
    }
}
