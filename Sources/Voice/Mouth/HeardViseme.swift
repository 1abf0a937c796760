import AvatarTypes
import Foundation

/// How likely each viseme is, from what is heard around a moment: a net of two hidden layers that
/// `scripts/train-mouth` taught with voices whose phones are known.
struct HeardViseme {
    /// Rows before and after the moment that are looked at.
    static let past = 6
    static let future = 3

    private struct Layer {
        var inputs: Int
        var weights: [Float]
        var biases: [Float]

        func callAsFunction(_ input: [Float]) -> [Float] {
            var output = biases
            for row in biases.indices {
                var sum: Float = 0
                let start = row * inputs
                for column in 0..<inputs { sum += weights[start + column] * input[column] }
                output[row] += sum
            }
            return output
        }
    }

    private let layers: [Layer]

    init() {
        guard let bytes = Data(base64Encoded: HeardVisemeWeights.coded) else {
            preconditionFailure("the table of weights is base64")
        }
        var layers: [Layer] = []
        var place = 0
        func float(_ index: Int) -> Float {
            let bits = (0..<4).reduce(UInt32(0)) {
                $0 | UInt32(bytes[place + 4 * index + $1]) << (8 * $1)
            }
            return Float(bitPattern: bits)
        }
        for (inputs, outputs) in zip(HeardVisemeWeights.sizes, HeardVisemeWeights.sizes.dropFirst())
        {
            let coded = bytes[place..<place + inputs * outputs].map { Int8(bitPattern: $0) }
            place += inputs * outputs
            let weights = coded.enumerated().map { index, weight in
                Float(weight) * float(index / inputs)
            }
            place += 4 * outputs
            let biases = (0..<outputs).map { float($0) }
            place += 4 * outputs
            layers.append(Layer(inputs: inputs, weights: weights, biases: biases))
        }
        precondition(place == bytes.count, "the table of weights is as long as its layers")
        self.layers = layers
    }

    /// In the order of `Viseme.allCases`; together 1.
    ///
    /// - Parameter rows: `past`, the moment's and `future` rows of a spectrum, one after another.
    func likelihoods(_ rows: [Float]) -> [Float] {
        var values = rows
        for (index, layer) in layers.enumerated() {
            values = layer(values)
            if index < layers.count - 1 {
                for place in values.indices { values[place] = max(0, values[place]) }
            }
        }
        let highest = values.max() ?? 0
        values = values.map { exp($0 - highest) }
        let sum = values.reduce(0, +)
        return values.map { $0 / sum }
    }
}
