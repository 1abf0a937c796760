import Testing

/// What a real OBS is started for, one after the other: it draws without a graphics card.
@Suite(.serialized) struct WithOBS {}
