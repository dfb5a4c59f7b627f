package app.saywell

import android.os.Bundle

/** The pages that lie over one another; the last one is seen. There is always one. */
class Stack(start: Route) {
    /** A page of the stack: its route, and what its screen keeps while it is covered or rebuilt. */
    class Place(val route: Route, val kept: Bundle = Bundle())

    private var places = listOf(Place(start))

    /** Whose pages these are; nothing as long as nobody has come in. */
    private var owner: ULong? = null

    val top get() = places.last()
    val routes get() = places.map(Place::route)

    /** Nothing lies below: Back leaves the app. */
    val atRoot get() = places.size == 1

    fun push(route: Route) { places = places + Place(route) }

    /** The page that is seen gives way to another one: Back does not return to it. */
    fun replace(route: Route) { places = places.dropLast(1) + Place(route) }

    fun pop() { if (!atRoot) places = places.dropLast(1) }

    /** Whatever lay there is gone. */
    fun reset(vararg routes: Route) { places = routes.map { Place(it) } }

    /** Who opens another [space], or goes on without any, finds none of the pages of the person before: they begin at [start]. */
    fun belongTo(space: ULong, start: Route) {
        if (owner != null && owner != space) reset(start)
        owner = space
    }

    fun save(into: Bundle) {
        into.putSerializable(ROUTES, ArrayList(routes))
        into.putParcelableArrayList(KEPT, ArrayList(places.map(Place::kept)))
        owner?.let { into.putLong(OWNER, it.toLong()) }
    }

    /** What cannot be read, as after an update of the app, is left: the person starts from where the stack began. */
    @Suppress("UNCHECKED_CAST", "DEPRECATION") // the typed getters are API 33
    fun restore(from: Bundle) {
        runCatching {
            val routes = from.getSerializable(ROUTES) as ArrayList<Route>
            val kept = from.getParcelableArrayList<Bundle>(KEPT)!!
            places = routes.zip(kept) { route, bundle -> Place(route, bundle) }.ifEmpty { places }
            if (from.containsKey(OWNER)) owner = from.getLong(OWNER).toULong()
        }
    }

    private companion object {
        const val ROUTES = "routes"
        const val KEPT = "kept"
        const val OWNER = "owner"
    }
}
