/** Where the pages in front of the vault are, none of which asks core; and the pages of copies, which lie behind it. */
package app.saywell.vault

import app.saywell.Route

/** Nothing, until it is known whether the vault asks for anything. */
data object OpeningRoute : Route {
    override fun screen() = OpeningScreen()
}

data object LockRoute : Route {
    override fun screen() = LockScreen()
}

data object ForgotRoute : Route {
    override fun screen() = ForgotScreen()
}

data object StuckRoute : Route {
    override fun screen() = StuckScreen()
}

data object RepairPinRoute : Route {
    override fun screen() = RepairPinScreen()
}

data object RepairRoute : Route {
    override fun screen() = RepairScreen()
}

/** A copy of all that is kept, saved where the person says. */
data object BackUpRoute : Route {
    override fun screen() = BackUpScreen()
}

/** A copy in the place of what is kept. */
data object BringBackRoute : Route {
    override fun screen() = BringBackScreen()
}
