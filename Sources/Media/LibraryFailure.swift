import CFFmpeg

/// Throws what a library of FFmpeg says about a negative result.
///
/// - Parameter place: which part of ours called it.
@discardableResult
func succeed(
    _ result: Int32, _ place: String, _ what: String, remedy: String
) throws(MediaError) -> Int32 {
    guard result < 0 else { return result }
    throw libraryFailure(result, place, what, remedy: remedy)
}

/// What happened, with the reason the library wrote to its log, or else its error's name.
func libraryFailure(_ result: Int32, _ place: String, _ what: String, remedy: String) -> MediaError
{
    var reason = String(cString: cf_last_line())
    while let last = reason.last, last.isWhitespace || last == "." { reason.removeLast() }
    if reason.isEmpty {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { text in
            av_strerror(result, text.baseAddress, text.count)
            reason = String(cString: text.baseAddress!)
        }
    }
    return MediaError(place, "\(what) (\(reason)).", remedy: remedy)
}

/// Keeps the libraries' log away from standard error and begins it anew, so that `libraryFailure`
/// quotes only what belongs to the calls that follow.
func listenToLibraries() {
    cf_quiet()
    cf_forget_line()
}
