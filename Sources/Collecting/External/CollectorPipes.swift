internal import Glibc

/// The three channels between Surety and a collector.
///
/// Standard input is a socket: writing to a collector that has gone raises no signal there.
struct CollectorPipes {
    /// The collector's ends: standard input, output, error.
    private(set) var farEnds: [Int32] = []
    /// Surety's ends, in the same order; -1 when closed.
    private var nearEnds: [Int32] = []

    init() throws(CollectionError) {
        for number in 0..<3 {
            var ends: [Int32] = [-1, -1]
            let made = number == 0 ? socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) : pipe(&ends)
            guard made == 0 else { throw CollectionError("no channel: \(String(cString: strerror(errno)))") }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
            nearEnds.append(ends[0])
            farEnds.append(ends[1])
        }
    }

    /// Whether the collector can still write.
    var isReading: Bool { nearEnds[1] >= 0 || nearEnds[2] >= 0 }

    mutating func closeFarEnds() {
        for end in farEnds { close(end) }
        farEnds = []
    }

    mutating func closeNearEnds() {
        for number in nearEnds.indices { shut(number) }
    }

    /// Waits until something can be written or read, and does it.
    mutating func exchange(
        _ input: inout ArraySlice<UInt8>, _ output: inout [UInt8], _ complaint: inout [UInt8],
        waiting milliseconds: Int32
    ) {
        if input.isEmpty { shut(0) }
        // poll passes over ends that are negative.
        var polled = nearEnds.enumerated().map { number, end in
            pollfd(fd: end, events: Int16(number == 0 ? POLLOUT : POLLIN), revents: 0)
        }
        guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return }
        if polled[0].revents != 0 { send(&input) }
        if polled[1].revents != 0 { receive(1, &output) }
        if polled[2].revents != 0 { receive(2, &complaint) }
    }

    private mutating func send(_ input: inout ArraySlice<UInt8>) {
        let sent = input.withUnsafeBytes { Glibc.send(nearEnds[0], $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        if sent > 0 {
            input = input.dropFirst(sent)
        } else if errno != EAGAIN, errno != EINTR {
            input = []
        }
    }

    private mutating func receive(_ number: Int, _ bytes: inout [UInt8]) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(nearEnds[number], &buffer, buffer.count)
        if count > 0 {
            bytes += buffer[..<count]
        } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
            shut(number)
        }
    }

    private mutating func shut(_ number: Int) {
        guard nearEnds[number] >= 0 else { return }
        close(nearEnds[number])
        nearEnds[number] = -1
    }
}
