{ render }: { }
