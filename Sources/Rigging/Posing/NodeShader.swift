import AvatarTypes

extension Node {
    /// A shader that the node is drawn with.
    struct Shader: Sendable {
        var name: String
        var uniforms: [Uniform]
    }

    /// A uniform of a shader by name: one to four numbers.
    struct Uniform: Sendable {
        var name: String
        var numbers: [Float]

        var padded: SIMD4<Float> {
            var value = SIMD4<Float>.zero
            for (lane, number) in numbers.prefix(4).enumerated() { value[lane] = number }
            return value
        }
    }
}

extension Rig {
    /// A shader that a part or group is drawn with, and the numbers it is given.
    public struct ShaderUse: Sendable {
        /// The part or group.
        public var id: String
        public var shader: String
        /// One to four numbers each; of those that a binding moves, their first.
        public var uniforms: [String: [Float]]
    }

    /// All shaders of parts and groups, in the order of the file.
    public var shaderUses: [ShaderUse] {
        nodes.indices.compactMap { index in
            guard let shader = nodes[index].shader else { return nil }
            var uniforms: [String: [Float]] = [:]
            for uniform in shader.uniforms { uniforms[uniform.name] = uniform.numbers }
            for binding in bindings where binding.node == index {
                guard case .shader(let rows) = binding.target else { continue }
                for uniform in rows.first ?? [] { uniforms[uniform.name] = uniform.numbers }
            }
            return ShaderUse(id: nodes[index].id, shader: shader.name, uniforms: uniforms)
        }
    }
}

extension Puppet {
    /// What a node is drawn with now; nil for most.
    func shader(of node: Int) -> DrawList.ShaderUse? {
        guard let shader = rig.nodes[node].shader else { return nil }
        var use = DrawList.ShaderUse(
            name: shader.name, uniforms: shader.uniforms.map { ($0.name, $0.padded) })
        // Of two that have one name, the later counts.
        use.uniforms += states[node].uniforms
        return use
    }

    /// What a binding makes of uniforms.
    mutating func shade(_ node: Int, _ rows: [[Node.Uniform]]) {
        for place in rows[0].indices {
            var value = SIMD4<Float>.zero
            for corner in corners { value += rows[corner.index][place].padded * corner.weight }
            states[node].uniforms.append((rows[0][place].name, value))
        }
    }
}
