import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One HTTP request, and its answer as it arrives.
///
/// Fails with `ModelFailure.silent` when nothing that counts has come for a while; the reader says
/// what counts by `touch`, because a server may keep a connection warm without saying anything.
final class Exchange: NSObject, URLSessionDataDelegate, Sendable {
    enum Event: Sendable {
        case head(status: Int, isJSON: Bool, retryAfter: Double?)
        case bytes(Data)
    }

    let events: AsyncThrowingStream<Event, any Error>
    private let continuation: AsyncThrowingStream<Event, any Error>.Continuation
    private let deadline: Mutex<ContinuousClock.Instant>
    private let limit: Mutex<Double>
    private let task: Mutex<URLSessionDataTask?>
    private let watch: Mutex<Task<Void, Never>?>

    /// Sends the request.
    ///
    /// - Parameter patience: Seconds for the first thing that counts.
    init(_ request: URLRequest, patience: Double) {
        (events, continuation) = AsyncThrowingStream.makeStream()
        deadline = Mutex(.now + .seconds(patience))
        limit = Mutex(patience)
        task = Mutex(nil)
        watch = Mutex(nil)
        super.init()
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 3600
        let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
        let started = session.dataTask(with: request)
        task.withLock { $0 = started }
        started.resume()
        session.finishTasksAndInvalidate()
        watch.withLock { $0 = Task { [weak self] in await self?.watchDeadline() } }
    }

    /// Something that counts has come; the next is due within so many seconds.
    func touch(patience: Double) {
        limit.withLock { $0 = patience }
        deadline.withLock { $0 = .now + .seconds(patience) }
    }

    /// Closes the connection.
    func close() {
        watch.withLock { $0?.cancel() }
        task.withLock { $0?.cancel() }
        continuation.finish()
    }

    private func watchDeadline() async {
        while true {
            let due = deadline.withLock { $0 }
            if ContinuousClock.now >= due {
                continuation.finish(throwing: ModelFailure.silent(seconds: limit.withLock { $0 }))
                close()
                return
            }
            do { try await Task.sleep(until: due, clock: .continuous) } catch { return }
        }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        if let response = response as? HTTPURLResponse {
            let type = response.value(forHTTPHeaderField: "Content-Type") ?? ""
            continuation.yield(
                .head(
                    status: response.statusCode, isJSON: type.hasPrefix("application/json"),
                    retryAfter: RetryAfter.seconds(
                        response.value(forHTTPHeaderField: "Retry-After"),
                        date: response.value(forHTTPHeaderField: "Date"))))
        }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        continuation.yield(.bytes(data))
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
    ) {
        if let error = error as? URLError {
            continuation.finish(throwing: error)
        } else if let error {
            continuation.finish(throwing: ModelFailure.unreachable(error.localizedDescription))
        } else {
            continuation.finish()
        }
        watch.withLock { $0?.cancel() }
    }
}
