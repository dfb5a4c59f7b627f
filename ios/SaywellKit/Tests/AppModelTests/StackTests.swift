import Testing

@testable import AppModel

/// Going between pages.
@Suite struct StackTests {
    private let unit = Route.lesson(.unit(id: "lesson/start-here"))

    @Test func everyPlaceKeepsItsPages() {
        var stack = Stack()
        stack.push(unit)
        stack.go(.learn)
        #expect(stack.path == [])
        stack.push(.review)
        stack.go(.home)
        #expect(stack.path == [unit])
        stack.go(.home)
        #expect(stack.path == [])
        #expect(stack[.learn] == [.review])
    }

    @Test func whatIsReplacedIsNotReturnedTo() {
        var stack = Stack()
        stack.push(unit)
        stack.replace(.review)
        stack.pop()
        #expect(stack.path == [])
        stack.pop()
        #expect(stack.path == [])
    }

    @Test func whatAPageKeepsGoesWithIt() {
        var stack = Stack()
        stack.push(unit)
        stack[kept: unit, "step"] = "2"
        stack.push(.review)
        #expect(stack[kept: unit, "step"] == "2")
        stack.path = []
        #expect(stack[kept: unit, "step"] == nil)
    }

    @Test func survivesTheDeathOfTheProcess() {
        var stack = Stack()
        stack.go(.learn)
        stack.push(.lesson(.chapter(id: "chapter/talk-it-through")))
        stack.push(unit)
        stack[kept: unit, "step"] = "2"
        stack[kept: .relax, "script"] = "relaxation/slow-breath"
        #expect(stack[kept: .relax, "script"] == "relaxation/slow-breath")
        #expect(Stack(saved: stack.saved) == stack)
        for owner: UInt64 in [1, 1 << 53 + 1, .max - 1] {
            stack.owner = owner
            #expect(Stack(saved: stack.saved).owner == owner)
        }
        #expect(Stack(saved: "{\"place\":\"nowhere\"}") == Stack())
        #expect(Stack(saved: "") == Stack())
    }

    @Test func anIdOfTheCourseLeadsToItsPage() {
        #expect(Route(to: "lesson/talk-early") == .lesson(.unit(id: "lesson/talk-early")))
        #expect(Route(to: "term/viral-load") == .help(.term(id: "term/viral-load")))
        #expect(Route(to: "help/pep") == .help(.card(id: "help/pep")))
        #expect(Route(to: "quiz/talk-it-through") == .quiz(.quiz(id: "quiz/talk-it-through")))
        #expect(Route(to: "journal/plan") == .journal(.newPlan))
        #expect(Route(to: "technique/trust") == nil)
        #expect(Route(to: "") == nil)
    }
}
