internal import ArgumentParser

/// Entry point: parses, runs, and turns whatever goes wrong into one of the documented exit codes.
@main
enum Main {
    static func main() {
        do {
            var command = try Surety.parseAsRoot()
            try command.run()
        } catch let error as ExitCode {
            Surety.exit(withError: error)
        } catch let error as Failure {
            Console.complain(error.description)
            Surety.exit(withError: error.code)
        } catch {
            // Usage errors, --help and --version: argument-parser knows their text and code.
            Surety.exit(withError: error)
        }
    }
}
