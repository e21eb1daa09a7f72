internal import ArgumentParser

/// A failure with its exit code.
struct Failure: Error, CustomStringConvertible {
    /// What went wrong, in words for the user.
    let description: String
    /// The exit code.
    let code: ExitCode

    /// Bad input, `EX_DATAERR`.
    static func input(_ description: String) -> Failure { Failure(description: description, code: ExitCode(65)) }

    /// A fault of the program, `EX_SOFTWARE`.
    static func fault(_ description: String) -> Failure { Failure(description: description, code: ExitCode(70)) }

    /// Runs a body; what it throws is bad input, and of which file.
    static func asInput<T>(about path: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch {
            throw Failure.input("\(path): \(error)")
        }
    }

    /// Runs a body; what it throws is bad input.
    static func asInput<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as Failure {
            throw error
        } catch {
            throw Failure.input("\(error)")
        }
    }
}
