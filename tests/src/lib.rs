//! Journeys across rooms.
