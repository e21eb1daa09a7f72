internal import Dispatch
internal import Synchronization

/// Works out two things that do not depend on each other at the same time.
///
/// - Parameters:
///   - other: Works out the first, on another thread.
///   - own: Works out the second, on this one.
/// - Returns: Both, each with what went wrong instead of it.
public func sideBySide<Other: Sendable, Own>(
    _ other: @escaping @Sendable () throws -> Other, _ own: () throws -> Own
) -> (Result<Other, any Error>, Result<Own, any Error>) {
    let box = ResultBox<Other>()
    let group = DispatchGroup()
    DispatchQueue.global(qos: .userInitiated).async(group: group) { box.fill(Result { try other() }) }
    let result = Result { try own() }
    group.wait()
    return (box.result ?? Result { try other() }, result)
}

/// Where another thread leaves its result.
private final class ResultBox<Value: Sendable>: Sendable {
    private let content = Mutex<Result<Value, any Error>?>(nil)

    var result: Result<Value, any Error>? { content.withLock { $0 } }

    func fill(_ result: Result<Value, any Error>) { content.withLock { $0 = result } }
}
