import TestSupport
import Testing

extension Pages {
    @Test(
        "fit on a phone and on a desk: nothing is cut off, covered, or beside the screen",
        arguments: [(320, 568), (390, 844), (844, 390), (1024, 768), (1440, 900)])
    func layout(width: Int, height: Int) async throws {
        try await visit(width: width, height: height, isPhone: min(width, height) < 600) {
            _, page in
            let misplaced = try await page.evaluate(
                """
                (() => {
                    const found = [];
                    if (document.documentElement.scrollWidth > innerWidth) found.push("scrolls sideways");
                    for (const id of ["picture", "name", "state", "sound", "lines", "text", "send"]) {
                        const element = document.getElementById(id);
                        const { left, top, right, bottom } = element.getBoundingClientRect();
                        if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight || right - left < 20) {
                            found.push(`${id}: ${[left, top, right, bottom].map(Math.round)}`);
                        }
                        const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
                        const isPressed = ["sound", "text", "send"].includes(id);
                        if (isPressed && !element.contains(above)) found.push(`${id} is covered`);
                    }
                    return found;
                })()
                """)
            #expect(misplaced == [])
            #expect(page.errors == [])
        }
    }
}
